package dev.parley.agent.memory;

/**
 * What is known of all that has left the window.
 *
 * @param version 0 when nothing has
 */
record Summary(String text, int version) {
    static final Summary NONE = new Summary("", 0);
}
