package dev.parley.system.fault;

/** The tag of journeys that run for many minutes, by a command of their own: see the README. */
final class Faults {
    static final String UNDER_LOAD = "faults-under-load";

    private Faults() {}
}
