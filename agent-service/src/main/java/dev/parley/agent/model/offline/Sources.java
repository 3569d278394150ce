package dev.parley.agent.model.offline;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Says where places come from, and that invented ones are invented. */
final class Sources {
    private static final String DEMO = "demo";

    private Sources() {}

    /** A paragraph of its own, or nothing. */
    static String paragraph(JsonNode result, JsonNode places, Phrasebook phrases, String seed) {
        if (isDemo(result, places)) {
            return "\n\n" + phrases.say(DEMO, seed);
        }
        String attribution = result.path("attribution").asString("");
        return attribution.isEmpty()
                ? ""
                : "\n\n" + phrases.say("attribution", seed, Map.of("attribution", attribution));
    }

    private static boolean isDemo(JsonNode result, JsonNode places) {
        return result.path("provider").asString("").equals(DEMO)
                || places.valueStream()
                        .anyMatch(it -> it.path("source").asString("").equals(DEMO));
    }
}
