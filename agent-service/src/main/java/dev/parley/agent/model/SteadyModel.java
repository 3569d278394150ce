package dev.parley.agent.model;

/** A provider's model with what callers rely on: retries before the first token, watchdogs, cancelling, one end. */
final class SteadyModel implements Model {
    private final String name;
    private final Streaming provider;
    private final Patience patience;
    private final double temperature;
    private final ModelTimer timer;

    SteadyModel(String name, Streaming provider, Patience patience, double temperature, ModelTimer timer) {
        this.name = name;
        this.provider = provider;
        this.patience = patience;
        this.temperature = temperature;
        this.timer = timer;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ModelCall start(ModelRequest request, ModelListener listener) {
        var call = new SteadyCall(provider, request.withTemperature(temperature), listener, patience, timer);
        call.begin();
        return call;
    }
}
