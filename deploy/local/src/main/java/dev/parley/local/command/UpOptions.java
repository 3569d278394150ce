package dev.parley.local.command;

import dev.parley.local.plan.Wishes;

/**
 * How to bring a stack up.
 *
 * @param fresh begin with empty data
 * @param watch start again what dies
 * @param trace collect spans
 */
record UpOptions(Wishes wishes, boolean fresh, boolean watch, boolean trace) {}
