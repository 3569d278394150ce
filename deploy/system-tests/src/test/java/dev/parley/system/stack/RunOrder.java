package dev.parley.system.stack;

/** When a journey runs, for {@link org.junit.jupiter.api.Order}. Those that say nothing come first. */
public final class RunOrder {
    /** Looks back on what the journeys before have left in the logs. */
    public static final int LOOKING_BACK = 2_000_000_000;

    /** Kills what is started again. */
    public static final int CRASHES = LOOKING_BACK + 1;

    /** On the second stack. */
    public static final int TRACES = LOOKING_BACK + 2;

    /** Kills for good. */
    public static final int OUTAGES = LOOKING_BACK + 3;

    /** On the third stack, of which one replica may always be missed. */
    public static final int REPLICAS = LOOKING_BACK + 4;

    /** Takes from it what all replicas need. */
    public static final int BACKING = LOOKING_BACK + 5;

    /** As long as somebody wants. */
    public static final int SOAK = LOOKING_BACK + 6;

    private RunOrder() {}
}
