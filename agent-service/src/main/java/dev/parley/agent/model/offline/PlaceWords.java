package dev.parley.agent.model.offline;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Words an answer of {@code find_places}, and of every tool that answers with places. */
final class PlaceWords {
    private static final int MOST = 8;

    private final Phrasebook phrases;

    PlaceWords(Phrasebook phrases) {
        this.phrases = phrases;
    }

    String of(JsonNode result, String seed) {
        List<JsonNode> places = result.path("places").valueStream().toList();
        String area = Measures.area(result.path("area"));
        Map<String, String> common = Map.of("subject", result.path("what").asString("places"), "area", area);
        if (places.isEmpty()) {
            return phrases.say("places-empty", seed, common);
        }
        return phrases.say("places-intro", seed, common)
                + "\n\n"
                + places.stream().limit(MOST).map(PlaceWords::line).collect(Collectors.joining("\n"))
                + "\n\n"
                + best(places, area, seed)
                + Sources.paragraph(result, result.path("places"), phrases, seed);
    }

    private static String line(JsonNode place) {
        String where = place.path("neighbourhood").asString("");
        String facts = Measures.facts(place);
        return "• " + place.path("name").asString("") + (where.isEmpty() ? "" : ", " + where)
                + (facts.isEmpty() ? "" : " — " + facts);
    }

    /** The best rated of those shown; of equals the nearest. */
    private String best(List<JsonNode> places, String area, String seed) {
        JsonNode best = places.stream()
                .limit(MOST)
                .max(Comparator.<JsonNode>comparingDouble(
                                it -> it.path("rating").asDouble(0))
                        .thenComparing(Comparator.<JsonNode>comparingInt(
                                        it -> it.path("distance_m").asInt())
                                .reversed()))
                .orElseThrow();
        String facts = Measures.facts(best);
        return phrases.say(
                "places-best",
                seed,
                Map.of(
                        "name",
                        best.path("name").asString(""),
                        "why",
                        facts.isEmpty() ? "it is the best match" : facts,
                        "area",
                        area));
    }
}
