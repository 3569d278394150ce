package dev.parley.gateway.limit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts what was refused for its number. */
@Component
final class Refusals {

    private final MeterRegistry meters;

    Refusals(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(String policy) {
        Counter.builder("parley.gateway.limited")
                .description("Requests that were refused because there were too many")
                .tag("policy", policy)
                .register(meters)
                .increment();
    }
}
