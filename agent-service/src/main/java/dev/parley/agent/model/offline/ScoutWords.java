package dev.parley.agent.model.offline;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Words a report of {@code location_scout}. */
final class ScoutWords {
    private static final int CLEAR_LEAD = 10;
    private static final int MOST_OTHERS = 3;
    private static final int MOST_RIVALS = 3;

    private final Phrasebook phrases;

    ScoutWords(Phrasebook phrases) {
        this.phrases = phrases;
    }

    String of(JsonNode report, String seed) {
        List<JsonNode> candidates = report.path("candidates").valueStream().toList();
        Map<String, String> common = Map.of(
                "subject", report.path("business_type").asString("business"),
                "area", Measures.area(report.path("area")),
                "radius", Measures.distance(report.path("radius_m").asInt()),
                "count", Measures.counted(candidates.size(), "neighbourhood"));
        if (candidates.isEmpty()) {
            return phrases.say("scout-empty", seed, common);
        }
        return phrases.say("scout-intro", seed, common)
                + "\n\n" + best(candidates, seed)
                + others(candidates, seed)
                + "\n\n" + rivals(report, seed)
                + " " + phrases.say("scout-close", seed)
                + Sources.paragraph(report, report.path("competitors"), phrases, seed);
    }

    private String best(List<JsonNode> candidates, String seed) {
        JsonNode best = candidates.getFirst();
        int score = best.path("score").asInt();
        boolean clear =
                candidates.size() < 2 || score - candidates.get(1).path("score").asInt() >= CLEAR_LEAD;
        return phrases.say(
                        "scout-best",
                        seed,
                        Map.of(
                                "name", best.path("name").asString(""),
                                "score", Integer.toString(score),
                                "reasons", reasons(best),
                                "lead",
                                        candidates.size() < 2
                                                ? ""
                                                : phrases.say(clear ? "scout-lead-clear" : "scout-lead-close", seed)))
                .strip();
    }

    private String others(List<JsonNode> candidates, String seed) {
        if (candidates.size() < 2) {
            return "";
        }
        String others = candidates.stream()
                .skip(1)
                .limit(MOST_OTHERS)
                .map(it -> it.path("name").asString("") + " ("
                        + it.path("score").asInt() + " points: " + reasons(it) + ")")
                .collect(Collectors.joining("; "));
        return "\n\n" + phrases.say("scout-next", seed, Map.of("others", others));
    }

    private static String reasons(JsonNode candidate) {
        return candidate
                .path("reasons")
                .valueStream()
                .map(it -> it.asString(""))
                .collect(Collectors.joining("; "));
    }

    private String rivals(JsonNode report, String seed) {
        List<JsonNode> rivals = report.path("competitors").valueStream().toList();
        if (rivals.isEmpty()) {
            return phrases.say("scout-no-rivals", seed);
        }
        int count = report.path("competitor_count").asInt(rivals.size());
        String nearest = rivals.stream()
                .sorted(java.util.Comparator.comparingInt(
                        it -> it.path("distance_m").asInt()))
                .limit(MOST_RIVALS)
                .map(it -> it.path("name").asString("") + " (" + Measures.facts(it) + ")")
                .collect(Collectors.joining(", "));
        return phrases.say(
                "scout-rivals", seed, Map.of("count", Measures.counted(count, "competitor"), "nearest", nearest));
    }
}
