package dev.parley.agent.model.remote;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The provider answered with a status that is no success. */
final class Refusal extends IOException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final transient @Nullable Duration retryAfter;

    Refusal(int status, String body, @Nullable Duration retryAfter) {
        super("status " + status + ": " + body);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    int status() {
        return status;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }

    boolean says(String word) {
        return String.valueOf(getMessage()).contains(word);
    }
}
