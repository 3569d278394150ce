/** The gateway's own errors as problem documents (RFC 9457); what a service answered is never touched. */
@NullMarked
package dev.parley.gateway.problem;

import org.jspecify.annotations.NullMarked;
