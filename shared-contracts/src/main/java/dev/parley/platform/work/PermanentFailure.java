package dev.parley.platform.work;

import org.jspecify.annotations.Nullable;

/** The work cannot be done, however often it is tried. */
public final class PermanentFailure extends RuntimeException {

    private final Failure failure;

    public PermanentFailure(String code, String detail) {
        this(code, detail, null);
    }

    public PermanentFailure(String code, String detail, @Nullable Throwable cause) {
        super(code + ": " + detail, cause);
        this.failure = new Failure(code, detail);
    }

    public Failure failure() {
        return failure;
    }
}
