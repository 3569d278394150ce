package dev.parley.simulator.http;

import org.jspecify.annotations.Nullable;

/** Something a {@link Wheel} fires once each time it is set. Carries its own list link, so that setting one allocates nothing. */
public abstract class Timer {
    @Nullable
    Timer next;

    long tick;

    /** Runs on the event loop. */
    protected abstract void fire();
}
