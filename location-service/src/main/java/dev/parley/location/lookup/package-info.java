/**
 * Questions about places that other services ask over the log. Reads {@code location.requests} into the work runtime
 * (kind {@code lookup}), writes {@code location.results}. Owns table {@code lookup_result}: what was answered, so that a
 * question that comes again gets the same answer again.
 *
 * <p>This is the way for providers that are slow, cost money or have a quota: retries, deadlines and one question at a time
 * of those that are equal come with the work.
 */
@NullMarked
package dev.parley.location.lookup;

import org.jspecify.annotations.NullMarked;
