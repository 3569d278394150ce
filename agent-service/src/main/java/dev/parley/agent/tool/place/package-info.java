/**
 * The tools about places: {@code find_places} and {@code location_scout} in its first form. They ask through
 * {@code agent.location}; the scoring is theirs.
 */
@NullMarked
package dev.parley.agent.tool.place;

import org.jspecify.annotations.NullMarked;
