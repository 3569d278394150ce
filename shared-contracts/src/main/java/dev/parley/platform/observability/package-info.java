/**
 * What lets an operator follow a request: its id and trace in every log line, one access line, health and metrics on the
 * management port. Owns no data; reads {@code X-Request-Id} and {@code traceparent}; writes the log.
 */
@NullMarked
package dev.parley.platform.observability;

import org.jspecify.annotations.NullMarked;
