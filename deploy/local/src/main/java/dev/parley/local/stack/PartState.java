package dev.parley.local.stack;

import dev.parley.local.process.ProcessId;

/** A part as it is recorded. */
public record PartState(String name, ProcessId process, int tier, int port, int managementPort) {

    static final String POSTGRES = "postgres";
    static final String KAFKA = "kafka";

    static PartState of(Part part, Running running) {
        Part.Serving serving = part.serving();
        return new PartState(
                part.name(), ProcessId.of(running.process()), part.tier(), serving.port(), serving.managementPort());
    }

    public boolean servesHttp() {
        return managementPort != 0;
    }

    public boolean alive() {
        return process.find().isPresent();
    }

    /** PostgreSQL waits for its clients on TERM. */
    String stopSignal() {
        return name.equals(POSTGRES) ? "INT" : "TERM";
    }
}
