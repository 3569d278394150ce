package dev.parley.platform.cache;

import java.util.concurrent.CancellationException;

/** The thread was interrupted while it waited for an answer; it still is. */
final class Interrupted extends CancellationException {
    private static final long serialVersionUID = 1;

    Interrupted() {
        super("interrupted while waiting for an answer");
    }
}
