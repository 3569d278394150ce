/** What ties a request to its traces: the request id, the trace context, and one line in the access log for each request. */
@NullMarked
package dev.parley.gateway.observability;

import org.jspecify.annotations.NullMarked;
