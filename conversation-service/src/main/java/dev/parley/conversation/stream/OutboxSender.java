package dev.parley.conversation.stream;

import dev.parley.platform.messaging.DeadLetters;
import dev.parley.platform.messaging.EventProducer;
import dev.parley.platform.messaging.TraceParent;
import dev.parley.platform.messaging.Transience;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.context.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.springframework.stereotype.Component;

/** Puts rows of the outbox on their topics and takes them out of the table. Thread-safe. */
@Component
class OutboxSender {
    private record Sent(OutboxRow row, CompletableFuture<RecordMetadata> confirmation) {}

    private final EventProducer producer;
    private final Outbox outbox;
    private final DeadLetters deadLetters;
    private final MeterRegistry meters;

    OutboxSender(EventProducer producer, Outbox outbox, DeadLetters deadLetters, MeterRegistry meters) {
        this.producer = producer;
        this.outbox = outbox;
        this.deadLetters = deadLetters;
        this.meters = meters;
    }

    /**
     * In their order. A row that its topic will never take stays in the table, marked, and a dead letter tells of it.
     *
     * @throws dev.parley.platform.messaging.SendFailed when some are not confirmed: all of them are to be sent again
     */
    void publish(List<OutboxRow> rows) {
        List<Sent> sends = rows.stream().map(this::send).toList();
        List<UUID> published = new ArrayList<>(rows.size());
        for (Sent sent : sends) {
            if (isConfirmed(sent)) {
                published.add(sent.row().id());
            }
        }
        if (!published.isEmpty()) {
            outbox.remove(published);
            meters.counter("parley.outbox.published").increment(published.size());
        }
    }

    private Sent send(OutboxRow row) {
        try (Scope _ = TraceParent.context(row.traceparent()).makeCurrent()) {
            return new Sent(row, producer.send(row.event()));
        }
    }

    private boolean isConfirmed(Sent sent) {
        try {
            sent.confirmation().join();
            return true;
        } catch (CompletionException e) {
            if (Transience.isTransient(e)) {
                throw e.getCause() instanceof RuntimeException cause ? cause : e;
            }
            refuse(sent.row(), e);
            return false;
        }
    }

    private void refuse(OutboxRow row, CompletionException refusal) {
        String why = String.valueOf(
                refusal.getCause() == null ? refusal : refusal.getCause().getMessage());
        deadLetters.tellOfRefused(
                row.event(),
                DeadLetters.Reason.TOO_LARGE,
                "%s It has %d bytes, and is kept in the table outbox of conversation-service, id %s."
                        .formatted(why, row.event().body().length, row.id()));
        outbox.refuse(row.id(), why);
    }
}
