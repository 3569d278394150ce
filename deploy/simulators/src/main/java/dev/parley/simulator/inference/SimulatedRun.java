package dev.parley.simulator.inference;

import dev.parley.simulator.http.Json;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One run of a model, which does as its input says: {@code seconds} is how long it takes, {@code hold} lets it take until it is
 * released, {@code error} is how it fails, {@code output} what it says; without that it repeats its input. Thread-safe.
 */
public final class SimulatedRun {
    private static final double NANOS = 1e9;

    private final String id;
    private final Host host;
    private final String model;
    private final JsonNode input;
    private final long began = System.nanoTime();
    private volatile boolean held;
    private volatile boolean cancelled;

    SimulatedRun(String id, Host host, String model, JsonNode input) {
        this.id = id;
        this.host = host;
        this.model = model;
        this.input = input;
        this.held = input.path("hold").asBoolean(false);
    }

    public String id() {
        return id;
    }

    public Host host() {
        return host;
    }

    public String model() {
        return model;
    }

    public JsonNode input() {
        return input;
    }

    public boolean cancelled() {
        return cancelled;
    }

    /** Lets one go on that was held. */
    public void release() {
        held = false;
    }

    void cancel() {
        if (!ended()) {
            cancelled = true;
        }
    }

    boolean ended() {
        boolean done = input.path("hold").asBoolean(false) || (System.nanoTime() - began) / NANOS >= seconds();
        return cancelled || (done && !held);
    }

    /** Of computing: as many as the input wants. */
    double seconds() {
        return input.path("seconds").asDouble(0);
    }

    Optional<String> error() {
        return Optional.of(input.path("error").asString("")).filter(said -> !said.isEmpty());
    }

    JsonNode output() {
        return input.has("output") ? input.path("output") : Json.object().set("echo", input);
    }
}
