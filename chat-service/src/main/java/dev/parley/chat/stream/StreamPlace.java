package dev.parley.chat.stream;

import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.TurnId;
import dev.parley.contracts.topic.Topic;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;

/**
 * Where a turn's records are.
 *
 * @param firstOffset nothing of the turn stands before it
 */
public record StreamPlace(TurnId turn, int partition, long firstOffset) {
    /** The partition of {@code chat.turn-stream} that a conversation's turns are written to. */
    public static int partitionOf(ConversationId conversation) {
        byte[] key = conversation.toString().getBytes(StandardCharsets.UTF_8);
        return BuiltInPartitioner.partitionForKey(key, Topic.TURN_STREAM.partitions());
    }
}
