/** The facts and commands of a turn: the commands that start it, the stream for eyes, the outcomes for the record. */
@NullMarked
package dev.parley.contracts.turn;

import org.jspecify.annotations.NullMarked;
