package dev.parley.platform.messaging;

import dev.parley.contracts.event.Event;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Scope;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An event as it came off the log.
 *
 * @param id equal when the same event comes again
 * @param body its JSON, unchanged
 */
public record Received<E extends Event>(
        E event,
        UUID id,
        String type,
        String key,
        int partition,
        long offset,
        Instant time,
        @Nullable String traceparent,
        byte[] body) {
    /** Handles the event within the trace that it belongs to. */
    public void inTrace(Consumer<E> handler) {
        Span span = GlobalOpenTelemetry.getTracer("parley")
                .spanBuilder("receive " + type)
                .setParent(TraceParent.context(traceparent))
                .setSpanKind(SpanKind.CONSUMER)
                .startSpan();
        try (Scope _ = span.makeCurrent()) {
            handler.accept(event);
        } finally {
            span.end();
        }
    }
}
