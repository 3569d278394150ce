package dev.parley.location.place;

/** What may be asked for, over HTTP and over the log. */
public final class Bounds {
    public static final int MAX_TEXT = 200;
    public static final int MIN_RADIUS_M = 1;
    public static final int MAX_RADIUS_M = 50_000;
    public static final int MIN_LIMIT = 1;
    public static final int MAX_LIMIT = 100;

    private Bounds() {}
}
