package dev.parley.system.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.topic.Topic;
import dev.parley.system.stack.Stack;
import dev.parley.system.visitor.Visitor;
import dev.parley.testing.topic.TopicReader;
import dev.parley.testing.topic.TopicRecord;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.awaitility.core.ConditionTimeoutException;
import tools.jackson.databind.JsonNode;

/** What holds after any fault. Compares what clients have seen with what is stored and what is on the log. */
public final class Invariants {
    /** All in all; what comes later has not come. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final Duration SHORTEST = Duration.ofSeconds(2);

    private final Stack stack;
    private final Load load;
    private final Findings findings;
    private final long patientUntilNanos = System.nanoTime() + PATIENCE.toNanos();

    private record Kept(String conversation, List<JsonNode> messages) {}

    private Invariants(Stack stack, Load load) {
        this.stack = stack;
        this.load = load;
        this.findings = load.findings();
    }

    /** After {@link Load#stop()}: every turn has ended once, and everybody tells of it the same. */
    public static void hold(Stack stack, Load load) {
        new Invariants(stack, load).check();
    }

    private void check() {
        assertThat(load.turns()).as("turns").isNotEmpty();
        List<Kept> kept = load.visitors().stream()
                .filter(visitor -> visitor.conversation() != null)
                .map(this::stored)
                .toList();
        outcomes();
        events(kept);
        List<String> all = findings.all();
        assertThat(all)
                .as(all.size() + " findings among " + load.turns().size() + " turns")
                .isEmpty();
    }

    private Kept stored(PersistentVisitor visitor) {
        String conversation = Objects.requireNonNull(visitor.conversation());
        Visitor reader = Visitor.of(stack.gateway(), visitor.session());
        int wanted = 2 * visitor.turns().size();
        eventually(() -> StoredChecks.messages(reader, conversation).size() >= wanted);
        List<JsonNode> messages = StoredChecks.messages(reader, conversation);
        new StoredChecks(visitor, findings).check(messages);
        return new Kept(conversation, messages);
    }

    private void outcomes() {
        try (TopicReader reader = TopicReader.fromBeginning(Topic.TURN_OUTCOMES.topicName(), stack.brokers())) {
            eventually(() -> new OutcomeChecks(reader.records()).isComplete(load.turns()));
            new OutcomeChecks(reader.records()).check(load.turns(), findings);
        }
    }

    private void events(List<Kept> kept) {
        try (TopicReader reader = TopicReader.fromBeginning(Topic.CONVERSATION_EVENTS.topicName(), stack.brokers())) {
            eventually(() -> {
                var told = byConversation(reader);
                return kept.stream()
                        .allMatch(each ->
                                of(each, told).isComplete(each.messages().size()));
            });
            var told = byConversation(reader);
            kept.forEach(each -> of(each, told).check(each.messages()).forEach(findings::add));
        }
    }

    private static EventChecks of(Kept kept, Map<String, List<TopicRecord>> told) {
        return new EventChecks(kept.conversation(), told.getOrDefault(kept.conversation(), List.of()));
    }

    private static Map<String, List<TopicRecord>> byConversation(TopicReader reader) {
        return reader.records().stream().collect(Collectors.groupingBy(record -> String.valueOf(record.key())));
    }

    /** What does not come at all is found by the checks that follow, which say more. */
    private void eventually(Callable<Boolean> holds) {
        Duration left = Duration.ofNanos(Math.max(patientUntilNanos - System.nanoTime(), SHORTEST.toNanos()));
        try {
            await().atMost(left)
                    .pollInterval(Duration.ofMillis(200))
                    .ignoreExceptions()
                    .until(holds);
        } catch (ConditionTimeoutException e) {
            return;
        }
    }
}
