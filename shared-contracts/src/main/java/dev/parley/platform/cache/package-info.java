/**
 * Answers that are kept for a while, so that the same question is asked once by all replicas together: in this process, and
 * behind that in Redis ({@code parley:cache:…}) or, without one, in {@code platform.cache_entry}, which it owns. Whatever is
 * away or cannot be read, the question is asked.
 */
@NullMarked
package dev.parley.platform.cache;

import org.jspecify.annotations.NullMarked;
