package dev.parley.agent.allowance;

import java.util.function.IntConsumer;

/** Tokens that are put aside for one call, until it is known how many it took. For one thread. */
final class TokenReservation implements AutoCloseable {
    static final TokenReservation UNLIMITED = new TokenReservation(0, _ -> {});

    private final int reserved;
    private final IntConsumer correction;
    private int used;

    TokenReservation(int reserved, IntConsumer correction) {
        this.reserved = reserved;
        this.correction = correction;
    }

    /** A call that does not say it took none. */
    void used(int tokens) {
        used = tokens;
    }

    @Override
    public void close() {
        if (used != reserved) {
            correction.accept(used - reserved);
        }
    }
}
