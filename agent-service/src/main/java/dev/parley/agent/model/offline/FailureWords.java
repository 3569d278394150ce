package dev.parley.agent.model.offline;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Words that a tool could not do what it was asked. */
final class FailureWords {
    private final Phrasebook phrases;

    FailureWords(Phrasebook phrases) {
        this.phrases = phrases;
    }

    String of(String tool, JsonNode failure, JsonNode arguments, String seed) {
        String section =
                switch (failure.path("error").asString("")) {
                    case "area_not_found" -> "failed-area_not_found";
                    case "lookup_timeout", "lookup_unavailable", "tool_timeout", "provider_failed", "expired" ->
                        "failed-lookup";
                    case "invalid_arguments" -> "failed-invalid_arguments";
                    default -> "failed";
                };
        return phrases.say(
                section,
                seed,
                Map.of(
                        "tool", tool,
                        "detail", failure.path("detail").asString("no reason was given."),
                        "area", arguments.path("area").asString("that place")));
    }
}
