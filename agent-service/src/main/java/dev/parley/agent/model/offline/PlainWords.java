package dev.parley.agent.model.offline;

import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Words an answer of which only the shape is known: as a list. */
final class PlainWords {
    private static final int MOST_ENTRIES = 20;
    private static final int LONGEST_VALUE = 200;

    private final Phrasebook phrases;

    PlainWords(Phrasebook phrases) {
        this.phrases = phrases;
    }

    String of(String tool, JsonNode result, String seed) {
        String list = result.isObject()
                ? result.propertyStream()
                        .limit(MOST_ENTRIES)
                        .map(it -> "• " + it.getKey().replace('_', ' ') + ": " + value(it.getValue()))
                        .collect(Collectors.joining("\n"))
                : "• " + value(result);
        return phrases.say("plain-intro", seed, Map.of("tool", tool)) + "\n\n" + list + "\n\n"
                + phrases.say("plain-close", seed);
    }

    private static String value(JsonNode value) {
        String text = value.isContainer() ? inner(value) : value.asString("");
        return Shortening.line(text, LONGEST_VALUE);
    }

    private static String inner(JsonNode container) {
        return container.isArray()
                ? container
                        .valueStream()
                        .limit(MOST_ENTRIES)
                        .map(PlainWords::value)
                        .collect(Collectors.joining("; "))
                : container
                        .propertyStream()
                        .limit(MOST_ENTRIES)
                        .map(it -> it.getKey().replace('_', ' ') + " " + value(it.getValue()))
                        .collect(Collectors.joining(", "));
    }
}
