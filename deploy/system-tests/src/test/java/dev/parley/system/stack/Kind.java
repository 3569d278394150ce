package dev.parley.system.stack;

import java.util.List;

/** The stacks that tests start, in the order of {@link RunOrder}. One runs at a time. */
enum Kind {
    MAIN("main", List.of("--watch")),

    TRACED("traced", List.of("--trace")),

    REPLICATED(
            "replicated",
            List.of(
                    "--watch",
                    "--replicas",
                    "gateway-service=2,chat-service=2,agent-service=2,location-service=2,conversation-service=2"));

    private final String folder;
    private final List<String> options;

    Kind(String folder, List<String> options) {
        this.folder = folder;
        this.options = options;
    }

    /** What its folder is called, and who is named in front of what it says. */
    String folder() {
        return folder;
    }

    /** Whether its services record which lines they run. Those that start again and again do it sooner without. */
    boolean isMeasured() {
        return this != REPLICATED;
    }

    /** What {@code up} is told about it. */
    List<String> options() {
        return options;
    }
}
