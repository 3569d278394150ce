/**
 * Errors at the edge as RFC 9457 problems: the exception that features throw, the problem object, and the one place that
 * maps everything else. Owns no data; reads the current trace id; writes {@code application/problem+json}.
 */
@NullMarked
package dev.parley.platform.problem;

import org.jspecify.annotations.NullMarked;
