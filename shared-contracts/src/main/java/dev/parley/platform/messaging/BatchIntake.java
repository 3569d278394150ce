package dev.parley.platform.messaging;

import dev.parley.contracts.event.Event;
import dev.parley.contracts.topic.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the batches of one listener. */
final class BatchIntake<E extends Event> {
    private static final Logger log = LoggerFactory.getLogger(BatchIntake.class);

    private record Legible<E extends Event>(ConsumerRecord<String, byte[]> raw, Received<E> received) {}

    private final Topic topic;
    private final EventDecoder<E> decoder;
    private final Consumer<List<Received<E>>> handler;
    private final DeadLetters deadLetters;
    private final MeterRegistry meters;

    BatchIntake(
            Topic topic,
            EventDecoder<E> decoder,
            Consumer<List<Received<E>>> handler,
            DeadLetters deadLetters,
            MeterRegistry meters) {
        this.topic = topic;
        this.decoder = decoder;
        this.handler = handler;
        this.deadLetters = deadLetters;
        this.meters = meters;
    }

    void accept(List<ConsumerRecord<String, byte[]>> batch) {
        List<Legible<E>> readable = new ArrayList<>(batch.size());
        batch.forEach(raw -> sort(raw, readable));
        if (readable.isEmpty()) {
            return;
        }
        try {
            handler.accept(readable.stream().map(Legible::received).toList());
        } catch (RuntimeException e) {
            if (Transience.isTransient(e)) {
                throw e;
            }
            log.warn("A batch of {} was refused, and is tried record by record", topic.topicName(), e);
            readable.forEach(this::acceptAlone);
        }
    }

    private void sort(ConsumerRecord<String, byte[]> raw, List<Legible<E>> readable) {
        switch (decoder.decode(raw)) {
            case Decoded.Known<E>(Received<E> received) -> readable.add(new Legible<>(raw, received));
            case Decoded.UnknownType<E>(String type) -> passOver(raw, type);
            case Decoded.Unreadable<E>(String detail) ->
                deadLetters.put(topic, raw, DeadLetters.Reason.UNREADABLE, detail);
        }
    }

    private void passOver(ConsumerRecord<String, byte[]> raw, String type) {
        switch (topic.content()) {
            case FACTS ->
                meters.counter("parley.messaging.skipped", "topic", topic.topicName(), "type", type)
                        .increment();
            case COMMANDS -> deadLetters.put(topic, raw, DeadLetters.Reason.UNKNOWN_TYPE, type);
        }
    }

    private void acceptAlone(Legible<E> one) {
        try {
            handler.accept(List.of(one.received()));
        } catch (RuntimeException e) {
            if (Transience.isTransient(e)) {
                throw e;
            }
            deadLetters.put(topic, one.raw(), DeadLetters.Reason.REJECTED, String.valueOf(e.getMessage()));
        }
    }
}
