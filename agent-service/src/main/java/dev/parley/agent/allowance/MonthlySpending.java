package dev.parley.agent.allowance;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What somebody has spent in a month.
 *
 * @param month its first day, in UTC
 */
record MonthlySpending(LocalDate month, BigDecimal costUsd) {}
