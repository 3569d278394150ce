package dev.parley.agent.turn;

/**
 * A call of an attempt at a turn: it runs, and may then be cancelled or given up. The records of later calls are counted
 * from farther up, so that within an attempt the count only grows, and a reader can tell a record that comes twice.
 */
enum Phase {
    RUN(0),
    CANCEL(1_000_000),
    GIVE_UP(2_000_000);

    private final int firstPlace;

    Phase(int firstPlace) {
        this.firstPlace = firstPlace;
    }

    /** Where the count of its records begins. */
    int firstPlace() {
        return firstPlace;
    }
}
