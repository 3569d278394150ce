/** Proof of turns and their streams. */
@NullMarked
package dev.parley.chat.turn;

import org.jspecify.annotations.NullMarked;
