package dev.parley.agent.model;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hears one call for its measures and its span, and hands on what it hears. */
final class MeasuringListener implements ModelListener {
    private static final AttributeKey<List<String>> FINISH_REASONS =
            AttributeKey.stringArrayKey("gen_ai.response.finish_reasons");

    private final ModelTelemetry telemetry;
    private final String name;
    private final Span span;
    private final ModelListener listener;
    private final long begun = System.nanoTime();
    private @Nullable Duration first;

    MeasuringListener(ModelTelemetry telemetry, String name, Span span, ModelListener listener) {
        this.telemetry = telemetry;
        this.name = name;
        this.span = span;
        this.listener = listener;
    }

    @Override
    public void text(String piece) {
        if (first == null) {
            first = sinceBegin();
        }
        listener.text(piece);
    }

    @Override
    public void finished(ModelReply reply) {
        telemetry.answered(name, sinceBegin(), reply);
        if (first != null) {
            telemetry.began(name, first);
        }
        span.setAttribute("gen_ai.usage.input_tokens", reply.inputTokens());
        span.setAttribute("gen_ai.usage.output_tokens", reply.outputTokens());
        span.setAttribute(FINISH_REASONS, List.of(reason(reply.reason())));
        span.end();
        listener.finished(reply);
    }

    @Override
    public void failed(ModelFailure failure) {
        telemetry.failed(name, sinceBegin(), failure);
        span.setAttribute("error.type", failure.code().wireName());
        span.setStatus(StatusCode.ERROR, failure.detail());
        span.end();
        listener.failed(failure);
    }

    private Duration sinceBegin() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static String reason(StopReason reason) {
        return switch (reason) {
            case STOP -> "stop";
            case TOOL_REQUESTS -> "tool_calls";
            case LENGTH -> "length";
            case CANCELLED -> "cancelled";
        };
    }
}
