package dev.parley.agent.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Why there is no whole answer.
 *
 * @param detail a sentence for people: no key, no address, no stack trace
 * @param retryable whether the same request may succeed later
 * @param retryAfter how long the provider wants to be left alone
 */
public record ModelFailure(
        Code code,
        String detail,
        boolean retryable,
        @Nullable Duration retryAfter,
        @Nullable Throwable cause) {
    /** The kinds of failure; on the wire the constant in lower case. */
    public enum Code {
        /** The provider refuses us: a wrong key, no right to this model, no such model. */
        MODEL_UNAVAILABLE,
        /** Too many requests or tokens, also after retries. */
        MODEL_RATE_LIMITED,
        /** The provider is down, unreachable or answered with an error of its own, also after retries. */
        MODEL_OVERLOADED,
        /** The provider does not accept the request: too long, or not understood. */
        MODEL_REJECTED_REQUEST,
        /** Nothing came for too long, before the first token or between two. */
        MODEL_TIMEOUT,
        /** The answer broke off. */
        MODEL_CUT_OFF,
        /** What came is no answer that can be read. */
        MODEL_GARBLED,
        /** The provider withheld the answer by its own rules. */
        CONTENT_FILTERED;

        public String wireName() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
