package dev.parley.conversation.stream;

import dev.parley.contracts.conversation.ConversationDeleted;
import dev.parley.contracts.conversation.ConversationStarted;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.topic.Topic;
import dev.parley.platform.messaging.WireJson;
import dev.parley.testing.topic.TopicReader;
import dev.parley.testing.topic.TopicRecord;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.transaction.support.TransactionOperations;

/** Events of one conversation, put into the outbox as the service does, and seen on their topic. */
final class Events {
    static final String TOPIC = Topic.CONVERSATION_EVENTS.topicName();

    final ConversationId conversation = new ConversationId(UUID.randomUUID());
    private final Principal owner = new Principal(Principal.Kind.SESSION, "somebody");
    private final Outbox outbox;
    private final TransactionOperations transactions;

    Events(Outbox outbox, TransactionOperations transactions) {
        this.outbox = outbox;
        this.transactions = transactions;
    }

    String key() {
        return conversation.toString();
    }

    void add(long sequence) {
        add(sequence, "web");
    }

    void add(long sequence, String channel) {
        var event = new ConversationStarted(conversation, owner, null, sequence, channel, Instant.EPOCH);
        transactions.executeWithoutResult(_ -> outbox.add(Topic.CONVERSATION_EVENTS, key(), event));
    }

    void delete(long sequence) {
        var event = new ConversationDeleted(conversation, owner, null, sequence, Instant.EPOCH);
        transactions.executeWithoutResult(_ -> {
            outbox.withdraw(Topic.CONVERSATION_EVENTS, key());
            outbox.add(Topic.CONVERSATION_EVENTS, key(), event);
        });
    }

    /** All that is on the topic of the conversation, by sequence, in its order. */
    List<Long> published() {
        try (TopicReader events = TopicReader.fromBeginning(TOPIC)) {
            return events.records(key()).stream().map(Events::sequence).toList();
        }
    }

    static long sequence(TopicRecord event) {
        return WireJson.mapper().readTree(event.body()).get("sequence").asLong();
    }
}
