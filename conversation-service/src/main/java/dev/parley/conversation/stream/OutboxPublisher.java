package dev.parley.conversation.stream;

import dev.parley.platform.messaging.EventProducer;
import dev.parley.platform.messaging.TraceParent;
import io.debezium.engine.ChangeEvent;
import io.debezium.engine.DebeziumEngine;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.context.Scope;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.connect.source.SourceRecord;
import org.springframework.stereotype.Component;

/**
 * Publishes what the write-ahead log brings. The slot moves on only behind what is confirmed on the topic, so nothing is
 * lost; after a crash some of it comes twice.
 */
@Component
class OutboxPublisher implements DebeziumEngine.ChangeConsumer<ChangeEvent<SourceRecord, SourceRecord>> {
    private final EventProducer producer;
    private final Outbox outbox;
    private final MeterRegistry meters;

    OutboxPublisher(EventProducer producer, Outbox outbox, MeterRegistry meters) {
        this.producer = producer;
        this.outbox = outbox;
        this.meters = meters;
    }

    @Override
    public void handleBatch(
            List<ChangeEvent<SourceRecord, SourceRecord>> changes,
            DebeziumEngine.RecordCommitter<ChangeEvent<SourceRecord, SourceRecord>> committer)
            throws InterruptedException {
        publish(changes.stream()
                .flatMap(change -> OutboxRow.added(change.value()).stream())
                .toList());
        for (ChangeEvent<SourceRecord, SourceRecord> change : changes) {
            committer.markProcessed(change);
        }
        committer.markBatchFinished();
    }

    private void publish(List<OutboxRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        CompletableFuture.allOf(rows.stream().map(this::send).toArray(CompletableFuture[]::new))
                .join();
        List<UUID> published = rows.stream().map(OutboxRow::id).toList();
        outbox.remove(published);
        meters.counter("parley.outbox.published").increment(published.size());
    }

    private CompletableFuture<RecordMetadata> send(OutboxRow row) {
        try (Scope _ = TraceParent.context(row.traceparent()).makeCurrent()) {
            return producer.send(row.event());
        }
    }
}
