package dev.parley.local.stack;

/** A part did not start. */
public final class PartFailed extends RuntimeException {

    private final String part;

    PartFailed(String part, String reason) {
        super(part + ": " + reason);
        this.part = part;
    }

    PartFailed(String part, String reason, Throwable cause) {
        super(part + ": " + reason, cause);
        this.part = part;
    }

    /** Whose log tells more. */
    public String part() {
        return part;
    }
}
