package dev.parley.system.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.topic.Topic;
import dev.parley.system.load.Invariants;
import dev.parley.system.load.Load;
import dev.parley.system.load.Shape;
import dev.parley.system.stack.Journey;
import dev.parley.system.stack.LocalStack;
import dev.parley.system.stack.OwnStackOnly;
import dev.parley.system.stack.Replicated;
import dev.parley.system.stack.RunOrder;
import dev.parley.testing.topic.TopicReader;
import dev.parley.testing.topic.TopicRecord;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Every record of every topic comes three times, late and out of order, and between them some that nobody can read. */
@Journey
@OwnStackOnly
@Order(RunOrder.REPLICAS)
class RepeatedRecordsJourney {
    private static final long SEED = Long.getLong("repeat.seed", 20_261_129);
    private static final Shape SOME = new Shape(12, 40, 40);
    private static final List<Topic> REPEATED = List.of(
            Topic.TURN_REQUESTS,
            Topic.TURN_STREAM,
            Topic.TURN_OUTCOMES,
            Topic.LOCATION_REQUESTS,
            Topic.LOCATION_RESULTS,
            Topic.CONVERSATION_EVENTS);
    /** By the topic: who puts aside what it cannot read. Tails pass it over. */
    private static final Map<Topic, List<String>> READERS = Map.of(
            Topic.TURN_REQUESTS, List.of("agent-service", "conversation-service"),
            Topic.TURN_OUTCOMES, List.of("chat-service", "conversation-service"),
            Topic.LOCATION_REQUESTS, List.of("location-service"),
            Topic.CONVERSATION_EVENTS, List.of("agent-service", "chat-service"));

    private final LocalStack stack;

    RepeatedRecordsJourney(@Replicated LocalStack stack) {
        this.stack = stack;
        stack.awaitAllReady();
    }

    @Test
    void each_counts_once_and_the_dead_letters_are_exactly_those_that_nobody_can_read() {
        System.out.println("records are repeated with -Drepeat.seed=" + SEED);
        try (Load load = Load.start(List.of(stack.gateway()), stack.simulated("sim"), SOME);
                Repeater repeater = Repeater.start(stack.brokers(), REPEATED, SEED)) {
            await().atMost(Duration.ofMinutes(3)).until(() -> load.ended() >= 4L * SOME.visitors());
            load.stop();
            repeater.finish();

            Invariants.hold(stack, load);
            READERS.forEach((topic, readers) -> assertDead(topic, readers, repeater.poison(topic)));
        }
    }

    /** All letters of the stack, for nothing else has gone wrong with a record on it; a letter may come twice. */
    private void assertDead(Topic topic, List<String> readers, Set<String> poison) {
        Set<String> expected = readers.stream()
                .flatMap(reader -> poison.stream().map(place -> reader + " " + place))
                .collect(Collectors.toSet());
        try (TopicReader letters = TopicReader.fromBeginning(topic.deadLetterName(), stack.brokers())) {
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(letters.records().stream().map(RepeatedRecordsJourney::place))
                            .as("dead letters of " + topic.topicName())
                            .containsOnly(expected.toArray(String[]::new)));
        }
    }

    private static String place(TopicRecord letter) {
        return "%s %s@%s"
                .formatted(letter.header("dlq_reader"), letter.header("dlq_partition"), letter.header("dlq_offset"));
    }
}
