package dev.parley.conversation.work;

import org.jspecify.annotations.Nullable;

/** A service does not answer, or not as it should. */
final class ServiceAway extends RuntimeException {
    private static final long serialVersionUID = 1;

    ServiceAway(String what, @Nullable Throwable cause) {
        super(what, cause);
    }
}
