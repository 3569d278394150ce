/**
 * Answers that are kept for a while, so that the same question is not asked twice. Owns table {@code cached_answer}. What
 * cannot be read any more counts as not there.
 */
@NullMarked
package dev.parley.location.cache;

import org.jspecify.annotations.NullMarked;
