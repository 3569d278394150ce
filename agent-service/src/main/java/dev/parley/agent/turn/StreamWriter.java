package dev.parley.agent.turn;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.contracts.event.CloudEventHeaders;
import dev.parley.contracts.topic.Topic;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.contracts.turn.TurnEvent;
import dev.parley.platform.messaging.EventProducer;
import dev.parley.platform.messaging.Outgoing;
import dev.parley.platform.messaging.SendFailed;
import dev.parley.platform.work.Fence;
import dev.parley.platform.work.Fenced;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * Writes the stream of one attempt at a turn, in order. The first send that is not confirmed ends the attempt.
 * Confirmations come on the producer's thread. Thread-safe.
 */
final class StreamWriter {
    private final EventProducer producer;
    private final RequestTurn request;
    private final String conversation;
    private final String turn;
    private final String attempt;
    /** Of the stream; those of its records count on from it. */
    private final UUID id;

    private final Fence fence;
    private CompletableFuture<RecordMetadata> all = CompletableFuture.completedFuture(null);
    private int records;

    StreamWriter(EventProducer producer, RequestTurn request, int attempt, Fence fence) {
        this.producer = producer;
        this.request = request;
        this.conversation = request.conversationId().toString();
        this.turn = request.turnId().toString();
        this.attempt = Integer.toString(attempt);
        this.id = UUID.nameUUIDFromBytes((turn + "/" + attempt).getBytes(UTF_8));
        this.fence = fence;
    }

    /** @throws Fenced when the turn is no longer this attempt's */
    void write(TurnEvent event) {
        var _ = send(event);
    }

    /** Like {@link #write}, and tells when the event has arrived. */
    synchronized CompletableFuture<RecordMetadata> send(TurnEvent event) {
        fence.require();
        if (all.isCompletedExceptionally()) {
            awaitConfirmation();
        }
        CompletableFuture<RecordMetadata> sent = producer.send(outgoing(event));
        all = all.thenCombine(sent, (before, last) -> last);
        return sent;
    }

    /** Waits until all that was written is on the log. @throws SendFailed when something is not */
    void awaitConfirmation() {
        try {
            sent().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof SendFailed failed ? failed : e;
        }
    }

    private synchronized CompletableFuture<RecordMetadata> sent() {
        return all;
    }

    private Outgoing outgoing(TurnEvent event) {
        int place = records++;
        return new Outgoing(
                Topic.TURN_STREAM,
                request.streamPartition(),
                conversation,
                new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() ^ place),
                event,
                Map.of(
                        CloudEventHeaders.TURN, turn,
                        CloudEventHeaders.ATTEMPT, attempt,
                        CloudEventHeaders.SEQ, Integer.toString(place)));
    }
}
