package dev.parley.platform.messaging;

import org.jspecify.annotations.Nullable;

/** A record that no retry will make readable. */
public final class UnreadableEvent extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnreadableEvent(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
