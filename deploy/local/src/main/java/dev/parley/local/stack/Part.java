package dev.parley.local.stack;

/** Something that the stack runs: the database, the broker, a replica of a service. */
public interface Part {

    String name();

    /** Where it is, for people. */
    String address();

    /** Parts of one tier are stopped together, higher tiers earlier. */
    int tier();

    /** Ports that it serves, as they are recorded. */
    Serving serving();

    /** Starts it. It need not be ready on return. An interrupt ends the attempt and leaves nothing behind. */
    Running start();

    /**
     * What a part serves.
     *
     * @param managementPort 0 where there is none
     */
    record Serving(int port, int managementPort) {}
}
