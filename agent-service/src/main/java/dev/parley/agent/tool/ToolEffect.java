package dev.parley.agent.tool;

/** What a call changes, and so what is to be done when nobody knows how it ended. */
public enum ToolEffect {
    /** Nothing: it may be repeated. */
    READ(false, true),
    /**
     * Something, once for each effect id ({@link ToolInvocation#toolCallId}), which the tool hands to the other system: it
     * may be repeated under the same.
     */
    IDEMPOTENT_WRITE(true, true),
    /** Something, each time: it is not repeated. */
    WRITE(true, false),
    /** Somebody pays, each time: it is not repeated. */
    COSTS_MONEY(true, false);

    private final boolean changes;
    private final boolean repeatable;

    ToolEffect(boolean changes, boolean repeatable) {
        this.changes = changes;
        this.repeatable = repeatable;
    }

    /** Whether something may be different after a call whose end nobody has heard of. */
    public boolean changes() {
        return changes;
    }

    /** Whether a call that was started by a lost worker, and has no result, is made again under the same effect id. */
    public boolean repeatable() {
        return repeatable;
    }
}
