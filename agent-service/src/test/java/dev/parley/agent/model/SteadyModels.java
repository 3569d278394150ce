package dev.parley.agent.model;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;

/** Models with the patience that a test needs. */
public final class SteadyModels {
    private static final ModelTimer TIMER = new ModelTimer();
    private static final Duration LONG = Duration.ofSeconds(20);

    private SteadyModels() {}

    public static ModelTimer timer() {
        return TIMER;
    }

    /** Tries three times with short pauses and waits long for tokens. */
    public static Model patient(Streaming provider) {
        return waiting(provider, LONG, LONG);
    }

    public static Model waiting(Streaming provider, Duration firstToken, Duration tokenGap) {
        var patience = new Patience(firstToken, tokenGap, 3, Duration.ofMillis(20), Duration.ofSeconds(2));
        return new SteadyModel("test", provider, new Steadiness(patience, TIMER, breaker(), telemetry()), 0.7);
    }

    static ModelTelemetry telemetry() {
        return new ModelTelemetry(new SimpleMeterRegistry(), PriceTable.load("/model/prices.csv"));
    }

    /** One that nobody else shares, so that it stays closed. */
    static Breaker breaker() {
        return new Breaker("test", LONG);
    }
}
