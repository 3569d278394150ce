package dev.parley.conversation.stream;

import io.debezium.engine.ChangeEvent;
import io.debezium.engine.DebeziumEngine;
import java.util.List;
import org.apache.kafka.connect.source.SourceRecord;
import org.springframework.stereotype.Component;

/**
 * Publishes what the write-ahead log brings. The slot moves on only behind what is confirmed on the topic, so nothing is
 * lost; after a crash some of it comes twice.
 */
@Component
class OutboxPublisher implements DebeziumEngine.ChangeConsumer<ChangeEvent<SourceRecord, SourceRecord>> {
    private final OutboxSender sender;

    OutboxPublisher(OutboxSender sender) {
        this.sender = sender;
    }

    @Override
    public void handleBatch(
            List<ChangeEvent<SourceRecord, SourceRecord>> changes,
            DebeziumEngine.RecordCommitter<ChangeEvent<SourceRecord, SourceRecord>> committer)
            throws InterruptedException {
        sender.publish(changes.stream()
                .flatMap(change -> OutboxRow.added(change.value()).stream())
                .toList());
        for (ChangeEvent<SourceRecord, SourceRecord> change : changes) {
            committer.markProcessed(change);
        }
        committer.markBatchFinished();
    }
}
