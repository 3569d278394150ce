package dev.parley.platform.messaging;

import dev.parley.contracts.event.Event;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An event as it came off the log.
 *
 * @param id equal when the same event comes again
 * @param time when it happened, by the clock of who wrote it
 * @param loggedAt when it came onto the log, by the broker's clock
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
        Instant loggedAt,
        @Nullable String traceparent,
        byte[] body) {
    /** A time that the writer has named by its own clock, by the clock of the log: writers' clocks may be wrong. */
    public Instant onTheLogsClock(Instant named) {
        return named.plus(Duration.between(time, loggedAt));
    }

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
