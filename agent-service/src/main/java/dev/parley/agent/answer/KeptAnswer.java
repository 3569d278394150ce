package dev.parley.agent.answer;

import java.math.BigDecimal;

/**
 * An answer.
 *
 * @param costUsd what it cost when a model gave it
 */
record KeptAnswer(String text, BigDecimal costUsd) {}
