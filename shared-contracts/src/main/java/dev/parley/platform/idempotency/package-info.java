/**
 * Answers a repeated POST with its first answer. Owns {@code platform.idempotency_key}; reads the
 * {@code Idempotency-Key} header. Turns need none of it: there the turn itself is the record.
 */
@NullMarked
package dev.parley.platform.idempotency;

import org.jspecify.annotations.NullMarked;
