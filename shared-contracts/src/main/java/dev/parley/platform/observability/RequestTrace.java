package dev.parley.platform.observability;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The trace that a request belongs to: the Java agent's span where one runs, else the caller's trace with a span id of our
 * own, else a new trace. Without an agent nothing is exported, but ids run through HTTP, logs and records all the same.
 */
final class RequestTrace {
    private static final TextMapGetter<HttpServletRequest> HEADERS = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(HttpServletRequest request) {
            return Collections.list(request.getHeaderNames());
        }

        @Override
        public @Nullable String get(@Nullable HttpServletRequest request, String name) {
            return Objects.requireNonNull(request).getHeader(name);
        }
    };

    private RequestTrace() {}

    static Context of(HttpServletRequest request) {
        Context current = Context.current();
        if (Span.fromContext(current).getSpanContext().isValid()) {
            return current;
        }
        Context extracted = W3CTraceContextPropagator.getInstance().extract(current, request, HEADERS);
        SpanContext remote = Span.fromContext(extracted).getSpanContext();
        return current.with(Span.wrap(remote.isValid() ? childOf(remote) : newTrace()));
    }

    private static SpanContext childOf(SpanContext remote) {
        return SpanContext.create(remote.getTraceId(), spanId(), remote.getTraceFlags(), remote.getTraceState());
    }

    private static SpanContext newTrace() {
        String traceId = UUID.randomUUID().toString().replace("-", "");
        return SpanContext.create(traceId, spanId(), TraceFlags.getSampled(), TraceState.getDefault());
    }

    /** The second half of a random UUID begins with its variant bits, so that it is never all zero. */
    private static String spanId() {
        return UUID.randomUUID().toString().replace("-", "").substring(16);
    }
}
