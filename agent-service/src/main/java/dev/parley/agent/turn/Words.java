package dev.parley.agent.turn;

/** Takes what a model says. Thread-safe. */
interface Words {
    /**
     * Takes as much of it as there is room for.
     *
     * @return whether there was room for all of it, and there may be for more
     */
    boolean say(String piece);

    /** All of the step is said. */
    void flush();
}
