package dev.parley.contracts.turn;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an answer is to be made.
 *
 * @param temperature 0…2; absent: as configured
 * @param maxTokens the most that a model may say in a step; absent: as it likes
 * @param stop texts before which it ends
 */
public record AnswerBounds(
        @Nullable Double temperature, @Nullable Integer maxTokens, List<String> stop) {
    public static final AnswerBounds NONE = new AnswerBounds(null, null, List.of());
}
