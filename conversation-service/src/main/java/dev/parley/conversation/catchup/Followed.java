package dev.parley.conversation.catchup;

import dev.parley.contracts.topic.Topic;
import dev.parley.platform.messaging.LogAdmin;
import dev.parley.platform.messaging.LogPartition;
import dev.parley.platform.messaging.Positions;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** What conversations are stored from. */
final class Followed {
    static final List<Topic> TOPICS = List.of(Topic.TURN_REQUESTS, Topic.TURN_OUTCOMES);

    /** All of it. */
    static final List<LogPartition> PARTITIONS =
            TOPICS.stream().flatMap(topic -> LogPartition.all(topic).stream()).toList();

    /** Behind the name of the service: a group of its own, so that neither topic's readers wait for the other's. */
    private static final String OUTCOMES_GROUP = "-outcomes";

    private Followed() {}

    /** What nobody has to store any more. */
    static CompletableFuture<Positions> settled(LogAdmin log, String service) {
        return log.settled(service, LogPartition.all(Topic.TURN_REQUESTS))
                .thenCombine(
                        log.settled(service + OUTCOMES_GROUP, LogPartition.all(Topic.TURN_OUTCOMES)),
                        Positions::furthest);
    }

    /** Where the answers in these conversations stand. */
    static Set<LogPartition> outcomesOf(Collection<UUID> conversations) {
        return conversations.stream()
                .map(conversation -> LogPartition.of(Topic.TURN_OUTCOMES, conversation.toString()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Where what is said in a conversation stands: both topics are keyed by it. */
    static List<LogPartition> partitionsOf(String conversation) {
        return TOPICS.stream()
                .map(topic -> LogPartition.of(topic, conversation))
                .toList();
    }
}
