package dev.parley.local.command;

import dev.parley.local.plan.Wishes;

/**
 * How to bring a stack up.
 *
 * @param fresh begin with empty data
 * @param watch start again what dies
 * @param trace collect spans
 * @param recordAot have JVMs note down what they learn, for caches
 */
record UpOptions(Wishes wishes, boolean fresh, boolean watch, boolean trace, boolean recordAot) {}
