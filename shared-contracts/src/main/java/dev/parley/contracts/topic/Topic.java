package dev.parley.contracts.topic;

import dev.parley.contracts.audit.AuditEvent;
import dev.parley.contracts.catalog.AgentCatalog;
import dev.parley.contracts.conversation.ConversationEvent;
import dev.parley.contracts.event.Event;
import dev.parley.contracts.identity.IdentityEvent;
import dev.parley.contracts.identity.SignInEvent;
import dev.parley.contracts.location.LocationCommand;
import dev.parley.contracts.location.LocationResult;
import dev.parley.contracts.turn.TurnCommand;
import dev.parley.contracts.turn.TurnEvent;
import dev.parley.contracts.turn.TurnOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Every topic there is. Whoever starts first creates them so. The number of partitions never changes: a stream's place on
 * the log is part of what clients resume from.
 */
public enum Topic {
    TURN_REQUESTS(
            "chat.turn-requests",
            TurnCommand.class,
            Content.COMMANDS,
            "conversation",
            12,
            Retention.days(7),
            List.of("chat-service"),
            List.of("agent-service", "conversation-service")),
    TURN_STREAM(
            "chat.turn-stream",
            TurnEvent.class,
            Content.FACTS,
            "conversation",
            12,
            Retention.days(1),
            List.of("agent-service"),
            List.of("chat-service")),
    TURN_OUTCOMES(
            "chat.turn-outcomes",
            TurnOutcome.class,
            Content.FACTS,
            "conversation",
            12,
            Retention.days(30),
            List.of("agent-service"),
            List.of("conversation-service", "chat-service")),
    LOCATION_REQUESTS(
            "location.requests",
            LocationCommand.class,
            Content.COMMANDS,
            "normalised query",
            6,
            Retention.days(1),
            List.of("agent-service"),
            List.of("location-service")),
    LOCATION_RESULTS(
            "location.results",
            LocationResult.class,
            Content.FACTS,
            "normalised query",
            6,
            Retention.days(1),
            List.of("location-service"),
            List.of("agent-service")),
    CONVERSATION_EVENTS(
            "conversation.events",
            ConversationEvent.class,
            Content.FACTS,
            "conversation",
            12,
            Retention.days(90),
            List.of("conversation-service"),
            List.of("data teams", "chat-service", "agent-service")),
    AGENT_CATALOG(
            "agent.catalog",
            AgentCatalog.class,
            Content.FACTS,
            "the constant `catalog`",
            1,
            Retention.COMPACTED,
            List.of("agent-service"),
            List.of("chat-service")),
    AUDIT_EVENTS(
            "audit.events",
            AuditEvent.class,
            Content.FACTS,
            "actor",
            6,
            Retention.days(365),
            List.of("conversation-service"),
            List.of("data teams")),
    IDENTITY_EVENTS(
            "identity.events",
            IdentityEvent.class,
            Content.FACTS,
            "user",
            6,
            Retention.COMPACTED,
            List.of("conversation-service"),
            List.of("data teams", "chat-service", "agent-service", "location-service", "conversation-service")),
    SIGN_INS(
            "identity.sign-ins",
            SignInEvent.class,
            Content.FACTS,
            "user",
            1,
            Retention.days(2),
            List.of("conversation-service"),
            List.of("chat-service", "agent-service", "location-service", "conversation-service"));

    /** What a reader does with a type it does not know: a fact is skipped, a command is kept aside. */
    public enum Content {
        FACTS,
        COMMANDS
    }

    private final String topicName;
    private final Class<? extends Event> events;
    private final Content content;
    private final String key;
    private final int partitions;
    private final Retention retention;
    private final List<String> writers;
    private final List<String> readers;

    Topic(
            String topicName,
            Class<? extends Event> events,
            Content content,
            String key,
            int partitions,
            Retention retention,
            List<String> writers,
            List<String> readers) {
        this.topicName = topicName;
        this.events = events;
        this.content = content;
        this.key = key;
        this.partitions = partitions;
        this.retention = retention;
        this.writers = writers;
        this.readers = readers;
    }

    public String topicName() {
        return topicName;
    }

    /** The sealed type of everything on this topic. */
    public Class<? extends Event> events() {
        return events;
    }

    public Content content() {
        return content;
    }

    /** What the record key is, in words. */
    public String key() {
        return key;
    }

    public int partitions() {
        return partitions;
    }

    public Retention retention() {
        return retention;
    }

    public List<String> writers() {
        return writers;
    }

    public List<String> readers() {
        return readers;
    }

    /** Where readers put what they can never use, kept 30 days, with the reason in its headers. */
    public String deadLetterName() {
        return deadLetterName(topicName);
    }

    /** The same by name, for a topic that this version may not know. */
    public static String deadLetterName(String topicName) {
        return topicName + ".dlq";
    }

    /** How long dead letters are kept. */
    public static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(30);

    /** A broker deletes records by the segment: the first of one goes with its last, which is a week younger at the most. */
    private static final Duration SEGMENT = Duration.ofDays(7);

    /** After so long whatever is on a topic now is gone, but for compacted ones. */
    public static Duration longestKept() {
        return Stream.of(values())
                .map(topic -> topic.retention().period())
                .filter(Objects::nonNull)
                .reduce(DEAD_LETTERS_KEPT, (one, other) -> one.compareTo(other) > 0 ? one : other)
                .plus(SEGMENT);
    }

    /** How large a record may be, with its headers, on every topic. */
    public static final int MAX_RECORD_BYTES = 4 * 1024 * 1024;

    /** A dead letter is the record, and says something more. */
    public static final int MAX_DEAD_LETTER_BYTES = MAX_RECORD_BYTES + 64 * 1024;
}
