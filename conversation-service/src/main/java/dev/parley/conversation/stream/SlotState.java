package dev.parley.conversation.stream;

/**
 * How a replication slot is.
 *
 * @param lost whether the server has thrown away what its reader had not read yet
 * @param made whether it is complete; a slot is there for a moment before it is
 * @param lag bytes that were written behind the place that its reader has confirmed
 */
record SlotState(boolean exists, boolean lost, boolean made, long lag) {
    static final SlotState MISSING = new SlotState(false, false, false, 0);

    boolean isReadable() {
        return made && !lost;
    }
}
