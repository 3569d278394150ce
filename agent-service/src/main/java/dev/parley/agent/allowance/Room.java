package dev.parley.agent.allowance;

import dev.parley.platform.work.Permit;

/** A place among the answers of a provider, and tokens of its minute. For one thread. */
record Room(TokenReservation tokens, Permit permit) implements AutoCloseable {
    void used(int count) {
        tokens.used(count);
    }

    @Override
    public void close() {
        try (tokens) {
            permit.close();
        }
    }
}
