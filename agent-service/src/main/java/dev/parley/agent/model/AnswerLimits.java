package dev.parley.agent.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What bounds a step besides its own end.
 *
 * @param maxTokens the most that the model may say; absent: as it likes
 * @param stop texts before which it ends
 */
public record AnswerLimits(@Nullable Integer maxTokens, List<String> stop) {
    public static final AnswerLimits NONE = new AnswerLimits(null, List.of());

    public AnswerLimits {
        stop = List.copyOf(stop);
    }
}
