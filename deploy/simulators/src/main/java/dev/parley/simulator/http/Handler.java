package dev.parley.simulator.http;

/** Answers calls on the event loop: it must not block, and may answer later through the exchange's {@link Wheel}. */
@FunctionalInterface
public interface Handler {
    void handle(Exchange exchange);
}
