package dev.parley.agent.model;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Measures calls of models and traces them, in the words of OpenTelemetry's conventions for generative AI (1.41). A call is
 * all tries at one answer. Thread-safe.
 */
final class ModelTelemetry {
    private static final String OPERATION = "chat";

    /** People may ask for models of any name: so many are told apart. */
    private static final int MODELS = 100;

    private static final String OTHER = "other";

    private final MeterRegistry meters;
    private final Prices prices;
    private final Set<String> models = ConcurrentHashMap.newKeySet();

    ModelTelemetry(MeterRegistry meters, Prices prices) {
        this.meters = meters;
        this.prices = prices;
    }

    /** Begins the span of a call, which ends with what {@link #listen} hears. */
    Span begin(String name, ModelRequest request) {
        Span span = GlobalOpenTelemetry.getTracer("parley")
                .spanBuilder(OPERATION + " " + modelOf(name))
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute("gen_ai.operation.name", OPERATION)
                .setAttribute("gen_ai.provider.name", providerOf(name))
                .setAttribute("gen_ai.request.model", modelOf(name))
                .startSpan();
        Double temperature = request.temperature();
        if (temperature != null) {
            span.setAttribute("gen_ai.request.temperature", temperature);
        }
        return span;
    }

    ModelListener listen(String name, Span span, ModelListener listener) {
        return new MeasuringListener(this, name, span, listener);
    }

    void answered(String name, Duration whole, ModelReply reply) {
        if (models.size() < MODELS) {
            models.add(name);
        }
        Tags tags = tags(name);
        ended(tags, "none", whole);
        used(tags, "input", reply.inputTokens());
        used(tags, "output", reply.outputTokens());
        meters.counter("parley.model.cost", tags)
                .increment(prices.costUsd(name, reply.inputTokens(), reply.outputTokens())
                        .doubleValue());
    }

    void began(String name, Duration first) {
        timer("gen_ai.client.operation.time_to_first_chunk", tags(name)).record(first);
    }

    void failed(String name, Duration whole, ModelFailure failure) {
        ended(tags(name), failure.code().wireName(), whole);
    }

    private void ended(Tags tags, String error, Duration whole) {
        timer("gen_ai.client.operation.duration", tags.and("error.type", error)).record(whole);
    }

    private void used(Tags tags, String type, int tokens) {
        DistributionSummary.builder("gen_ai.client.token.usage")
                .baseUnit("token")
                .tags(tags.and("gen_ai.token.type", type))
                .register(meters)
                .record(tokens);
    }

    private Timer timer(String meter, Tags tags) {
        return Timer.builder(meter).tags(tags).register(meters);
    }

    /** Only models that have answered have series of their own, so that nobody makes some by asking for what there is not. */
    private Tags tags(String name) {
        return Tags.of(
                "gen_ai.operation.name",
                OPERATION,
                "gen_ai.provider.name",
                providerOf(name),
                "gen_ai.request.model",
                models.contains(name) ? modelOf(name) : OTHER);
    }

    private static String providerOf(String name) {
        return name.split(":", 2)[0];
    }

    private static String modelOf(String name) {
        return name.contains(":") ? name.split(":", 2)[1] : name;
    }
}
