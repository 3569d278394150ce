package dev.parley.agent.model.offline;

import dev.parley.agent.model.AnswerLimits;
import java.util.List;

/**
 * An answer within its limits.
 *
 * @param isCut whether it would have been longer
 */
record Bounded(String text, boolean isCut) {

    static Bounded of(String text, AnswerLimits limits) {
        String stopped = text.substring(0, firstStop(text, limits.stop()));
        List<String> pieces = Pieces.of(stopped);
        Integer most = limits.maxTokens();
        return most == null || pieces.size() <= most
                ? new Bounded(stopped, false)
                : new Bounded(String.join("", pieces.subList(0, most)), true);
    }

    private static int firstStop(String text, List<String> stops) {
        return stops.stream()
                .mapToInt(text::indexOf)
                .filter(place -> place >= 0)
                .min()
                .orElse(text.length());
    }
}
