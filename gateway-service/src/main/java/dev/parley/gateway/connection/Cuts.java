package dev.parley.gateway.connection;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts the connections that were closed because of their client. */
@Component
final class Cuts {
    private final MeterRegistry meters;

    Cuts(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Counts one; the reason is {@code head}, {@code body}, {@code answer} or {@code connections}. */
    void count(String reason) {
        Counter.builder("parley.gateway.cut")
                .description("Connections that were closed because their client was too slow, or had too many")
                .tag("reason", reason)
                .register(meters)
                .increment();
    }
}
