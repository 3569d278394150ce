/**
 * The asking side of places: {@link dev.parley.agent.location.Places} sends questions to {@code location.requests} and waits
 * for their answers on {@code location.results}, which it follows from its end without a group. Owns no table: a question
 * asked again has the same id, so a lost answer is simply asked for again.
 */
@NullMarked
package dev.parley.agent.location;

import org.jspecify.annotations.NullMarked;
