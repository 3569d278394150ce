package dev.parley.agent.turn;

import dev.parley.contracts.turn.Usage;

/**
 * What an attempt had when it broke off.
 *
 * @param text what it had said
 */
record Remains(String text, Usage usage) {}
