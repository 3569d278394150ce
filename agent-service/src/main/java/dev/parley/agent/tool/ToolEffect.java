package dev.parley.agent.tool;

/** What a call changes, and so whether it may be made again when nobody knows how the first one ended. */
public enum ToolEffect {
    /** Nothing: it may be repeated. */
    READ,
    /** Something: it is repeated only where the other system takes the effect id. */
    WRITE,
    /** Somebody pays. */
    COSTS_MONEY;

    /** Whether a call that was started and has no result may simply be made again. */
    public boolean repeatable() {
        return this == READ;
    }
}
