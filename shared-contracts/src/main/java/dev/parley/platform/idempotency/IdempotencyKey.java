package dev.parley.platform.idempotency;

import dev.parley.platform.problem.ProblemException;

/**
 * What a client calls one of its requests, to be able to repeat it. A controller takes it as a {@code @Nullable}
 * parameter without an annotation.
 */
public record IdempotencyKey(String value) {
    public static final String HEADER = "Idempotency-Key";
    private static final int MAX_LENGTH = 255;

    /** @throws ProblemException 422 unless it has 1 to 255 visible ASCII characters */
    public IdempotencyKey {
        if (value.isEmpty() || value.length() > MAX_LENGTH || !value.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw ProblemException.invalidField(HEADER, "must have 1 to " + MAX_LENGTH + " visible ASCII characters");
        }
    }
}
