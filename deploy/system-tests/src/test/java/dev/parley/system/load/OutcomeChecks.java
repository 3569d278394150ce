package dev.parley.system.load;

import dev.parley.contracts.event.CloudEventHeaders;
import dev.parley.system.visitor.Json;
import dev.parley.testing.topic.TopicRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** What has to hold for {@code chat.turn-outcomes}: one end of each turn, however often it was sent. */
final class OutcomeChecks {
    private static final Set<String> ENDS = Set.of("parley.turn.completed.v1", "parley.turn.failed.v1");

    private final Map<String, Set<String>> endsByTurn = new HashMap<>();

    OutcomeChecks(List<TopicRecord> records) {
        records.stream()
                .filter(record -> ENDS.contains(Objects.requireNonNullElse(record.header(CloudEventHeaders.TYPE), "")))
                .forEach(record -> endsByTurn
                        .computeIfAbsent(
                                Json.read(record.text()).path("turn_id").asString(""), _ -> new TreeSet<>())
                        .add(record.header(CloudEventHeaders.TYPE) + " " + record.text()));
    }

    void check(List<TurnLog> turns, Findings findings) {
        turns.forEach(turn -> {
            Set<String> ends = endsByTurn.getOrDefault(String.valueOf(turn.turn()), Set.of());
            findings.unless(ends.size() == 1, ends.size() + " outcomes: " + ends + " of " + turn);
        });
    }

    boolean isComplete(List<TurnLog> turns) {
        return turns.stream().allMatch(turn -> endsByTurn.containsKey(String.valueOf(turn.turn())));
    }
}
