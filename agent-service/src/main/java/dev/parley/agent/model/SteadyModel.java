package dev.parley.agent.model;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;

/** A provider's model with what callers rely on: retries before the first token, watchdogs, cancelling, one end. */
final class SteadyModel implements Model {
    private final String name;
    private final Streaming provider;
    private final Steadiness steadiness;
    private final double temperature;

    SteadyModel(String name, Streaming provider, Steadiness steadiness, double temperature) {
        this.name = name;
        this.provider = provider;
        this.steadiness = steadiness;
        this.temperature = temperature;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isAvailable() {
        return !steadiness.breaker().isOpen();
    }

    @Override
    public ModelCall start(ModelRequest request, ModelListener listener) {
        ModelRequest asked = request.withTemperature(temperature);
        ModelTelemetry telemetry = steadiness.telemetry();
        Span span = telemetry.begin(name, asked);
        var call = new SteadyCall(provider, asked, telemetry.listen(name, span, listener), steadiness);
        try (Scope _ = span.makeCurrent()) {
            call.begin();
        }
        return call;
    }
}
