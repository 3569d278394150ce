package dev.parley.agent.turn;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.turn.RequestTurn;
import dev.parley.contracts.turn.TurnEvent;
import dev.parley.testing.topic.TopicReader;
import dev.parley.testing.topic.TopicRecord;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What readers of a turn's stream were shown, by attempts: a later one replaces what those before it have shown. */
final class Shown {
    private static final String START = "parley.turn.message_start.v1";
    private static final String DELTA = "parley.turn.delta.v1";

    private final NavigableMap<Integer, List<TopicRecord>> attempts;

    private Shown(NavigableMap<Integer, List<TopicRecord>> attempts) {
        this.attempts = attempts;
    }

    static Shown of(RequestTurn turn, TopicReader stream) {
        return new Shown(stream.records(turn.conversationId().toString()).stream()
                .filter(record -> turn.turnId().toString().equals(record.header("ce_turn")))
                .collect(groupingBy(record -> number(record, "ce_attempt"), TreeMap::new, toList())));
    }

    /** Each attempt begins once and counts without a gap; the last one ends, once, and has shown just this. */
    void check(String stored) {
        attempts.forEach((attempt, events) -> checkAttempt(attempt, events));
        List<TopicRecord> last = attempts.lastEntry().getValue();
        assertThat(last).filteredOn(event -> TurnEvent.ends(type(event))).containsExactly(last.getLast());
        assertThat(Talk.text(last)).isEqualTo(stored);
    }

    private static void checkAttempt(int attempt, List<TopicRecord> events) {
        assertThat(events.stream().map(Shown::type).filter(START::equals))
                .as("beginnings of attempt %d", attempt)
                .hasSize(1);
        assertThat(type(events.getFirst())).isEqualTo(START);
        assertThat(events.stream().map(event -> number(event, "ce_seq")).toList())
                .isEqualTo(countTo(events.size()));
        List<Integer> seqs = events.stream()
                .filter(event -> type(event).equals(DELTA))
                .map(event -> Talk.json(event).get("seq").asInt())
                .toList();
        assertThat(seqs).isEqualTo(countTo(seqs.size()));
    }

    private static List<Integer> countTo(int size) {
        return IntStream.range(0, size).boxed().toList();
    }

    private static String type(TopicRecord event) {
        return String.valueOf(event.header("ce_type"));
    }

    private static int number(TopicRecord event, String header) {
        return Integer.parseInt(String.valueOf(event.header(header)));
    }
}
