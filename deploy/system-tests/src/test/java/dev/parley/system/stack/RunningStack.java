package dev.parley.system.stack;

import org.junit.jupiter.api.Assumptions;

/** A stack that somebody else has started. */
record RunningStack(String gateway) implements Stack {
    /** The stack that {@code -DbaseUrl} names. */
    static RunningStack ofProperties() {
        return new RunningStack(System.getProperty(OwnStackOnly.BASE_URL, "").replaceFirst("/+$", ""));
    }

    static boolean isWanted() {
        return !System.getProperty(OwnStackOnly.BASE_URL, "").isBlank();
    }

    @Override
    public String brokers() {
        String brokers = System.getProperty("kafka", "");
        Assumptions.assumeFalse(
                brokers.isBlank(), "Reads the log of the running stack: say where with -Dkafka=HOST:PORT");
        return brokers;
    }

    @Override
    public String simulated(String model) {
        Assumptions.assumeTrue(
                Boolean.getBoolean("simulator"),
                "Needs the LLM simulator behind the running stack (OPENAI_BASE_URL): if it is there, say -Dsimulator=true");
        return "openai:" + model;
    }
}
