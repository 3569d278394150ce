package dev.parley.platform.messaging;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** The one way onto the log: every send is confirmed by all in-sync replicas, or fails. Thread-safe. */
public final class EventProducer implements AutoCloseable {
    private final Producer<String, byte[]> producer;
    private final EventRecords records;

    public EventProducer(Producer<String, byte[]> producer, EventRecords records) {
        this.producer = producer;
        this.records = records;
    }

    /** Sends; the future fails with {@link SendFailed} when no confirmation came within the delivery timeout. */
    public CompletableFuture<RecordMetadata> send(Outgoing outgoing) {
        return send(records.toRecord(outgoing));
    }

    /** The same for what is written already. */
    public CompletableFuture<RecordMetadata> send(WrittenEvent event) {
        return send(records.toRecord(event));
    }

    /** Sends all and waits for all. @throws SendFailed when one was not confirmed */
    public void sendAndAwait(List<Outgoing> events) {
        await(events.stream().map(this::send).toList());
    }

    /** Sends and waits. @throws SendFailed when it was not confirmed */
    public RecordMetadata sendAndAwait(Outgoing outgoing) {
        return await(send(outgoing));
    }

    void sendAndAwait(ProducerRecord<String, byte[]> raw) {
        var _ = await(send(raw));
    }

    private CompletableFuture<RecordMetadata> send(ProducerRecord<String, byte[]> raw) {
        var confirmed = new CompletableFuture<RecordMetadata>();
        try {
            var _ = producer.send(raw, (metadata, failure) -> {
                if (failure == null) {
                    confirmed.complete(metadata);
                } else {
                    confirmed.completeExceptionally(failed(raw, failure));
                }
            });
        } catch (RuntimeException e) {
            confirmed.completeExceptionally(failed(raw, e));
        }
        return confirmed;
    }

    private static SendFailed failed(ProducerRecord<String, byte[]> raw, Exception cause) {
        return new SendFailed("A record for " + raw.topic() + " was not confirmed: " + cause.getMessage(), cause);
    }

    private static void await(List<CompletableFuture<RecordMetadata>> sends) {
        sends.forEach(EventProducer::await);
    }

    private static RecordMetadata await(CompletableFuture<RecordMetadata> send) {
        try {
            return send.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof SendFailed failure) {
                throw failure;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
