package dev.parley.system.stack;

import dev.parley.simulator.llm.LlmSimulator;

/** What stacks talk to that is not theirs: one each for a run. */
record Outside(LlmSimulator llm, Bookings bookings) implements AutoCloseable {
    static Outside start() {
        return new Outside(LlmSimulator.start(), new Bookings());
    }

    @Override
    public void close() {
        llm.close();
        bookings.close();
    }
}
