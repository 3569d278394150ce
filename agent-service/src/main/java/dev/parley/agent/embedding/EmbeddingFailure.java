package dev.parley.agent.embedding;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Texts could not be embedded. The message is a sentence for people: no key, no address. */
public final class EmbeddingFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean retryable;
    private final transient @Nullable Duration retryAfter;

    /**
     * Says why.
     *
     * @param retryable whether the same texts may be embedded later
     * @param retryAfter how long the provider wants to be left alone
     */
    public EmbeddingFailure(
            String detail, boolean retryable, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(detail, cause);
        this.retryable = retryable;
        this.retryAfter = retryAfter;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public boolean retryable() {
        return retryable;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
