package dev.parley.platform.messaging;

import java.io.Serial;

/** Thrown by a handler that cannot take a batch yet, though nothing is wrong: the batch comes again soon. */
public final class NotYet extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    public NotYet(String why) {
        super(why, null, false, false);
    }
}
