/** Proof of turns. */
@NullMarked
package dev.parley.agent.turn;

import org.jspecify.annotations.NullMarked;
