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
import java.time.Duration;
import java.util.List;
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
    private static final List<Topic> WITH_DEAD_LETTERS =
            List.of(Topic.TURN_REQUESTS, Topic.TURN_OUTCOMES, Topic.LOCATION_REQUESTS, Topic.CONVERSATION_EVENTS);

    private final LocalStack stack;

    RepeatedRecordsJourney(@Replicated LocalStack stack) {
        this.stack = stack;
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
            WITH_DEAD_LETTERS.forEach(topic -> assertDead(topic, repeater.poisoned(topic)));
        }
    }

    /** Every reader with a group puts one aside: by its place on the log it is one. */
    private void assertDead(Topic topic, int poisoned) {
        try (TopicReader letters = TopicReader.fromBeginning(topic.deadLetterName(), stack.brokers())) {
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(letters.records().stream()
                                    .filter(letter -> letter.header("x-repeated") != null)
                                    .map(letter -> letter.header("dlq_partition") + "@" + letter.header("dlq_offset"))
                                    .distinct())
                            .as("dead letters of " + topic.topicName())
                            .hasSize(poisoned));
        }
    }
}
