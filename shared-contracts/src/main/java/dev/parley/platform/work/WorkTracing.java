package dev.parley.platform.work;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Carries the trace over the table: the run goes on in the trace of whoever asked for it, and its log lines say so. */
final class WorkTracing implements AutoCloseable {

    private final Span span;
    private final Scope scope;

    @SuppressWarnings("MustBeClosedChecker") // closed by close
    private WorkTracing(Span span) {
        this.span = span;
        this.scope = span.makeCurrent();
    }

    static WorkTracing begin(Claimed item) {
        Context parent = W3CTraceContextPropagator.getInstance()
                .extract(Context.root(), item.traceparent() == null ? "" : item.traceparent(), new Traceparent());
        Span span = GlobalOpenTelemetry.getTracer("parley")
                .spanBuilder("work " + item.kind())
                .setParent(parent)
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute("parley.work.id", item.id().toString())
                .setAttribute("parley.work.attempt", item.attempt())
                .startSpan();
        MDC.put("work_id", item.id().toString());
        if (span.getSpanContext().isValid()) {
            MDC.put("trace_id", span.getSpanContext().getTraceId());
        }
        return new WorkTracing(span);
    }

    void failed(Throwable error) {
        span.recordException(error);
        span.setStatus(StatusCode.ERROR);
    }

    @Override
    public void close() {
        scope.close();
        span.end();
        MDC.remove("work_id");
        MDC.remove("trace_id");
    }

    private static final class Traceparent implements TextMapGetter<String> {

        @Override
        public Iterable<String> keys(String traceparent) {
            return Set.of("traceparent");
        }

        @Override
        public @Nullable String get(@Nullable String traceparent, String key) {
            return "traceparent".equals(key) ? traceparent : null;
        }
    }
}
