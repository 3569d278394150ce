package dev.parley.platform.messaging;

import dev.parley.contracts.event.Event;
import dev.parley.contracts.topic.Topic;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the batches of one listener. */
final class BatchIntake<E extends Event> {
    private static final Logger log = LoggerFactory.getLogger(BatchIntake.class);

    private record Legible<E extends Event>(ConsumerRecord<String, byte[]> raw, Received<E> received) {}

    private final Topic topic;
    private final EventDecoder<E> decoder;
    private final PositionedHandler<E> handler;
    private final UnknownTypes unknownTypes;
    private final DeadLetters deadLetters;

    BatchIntake(
            Topic topic,
            EventDecoder<E> decoder,
            PositionedHandler<E> handler,
            UnknownTypes unknownTypes,
            DeadLetters deadLetters) {
        this.topic = topic;
        this.decoder = decoder;
        this.handler = handler;
        this.unknownTypes = unknownTypes;
        this.deadLetters = deadLetters;
    }

    Topic topic() {
        return topic;
    }

    void accept(List<ConsumerRecord<String, byte[]>> batch) {
        List<Legible<E>> readable = new ArrayList<>(batch.size());
        batch.forEach(raw -> sort(raw, readable));
        Positions reached = Positions.behind(topic, batch);
        try {
            handler.accept(readable.stream().map(Legible::received).toList(), reached);
        } catch (RuntimeException e) {
            if (Transience.isTransient(e)) {
                report(e);
                throw e;
            }
            log.warn("A batch of {} was refused, and is tried record by record", topic.topicName(), e);
            readable.forEach(one -> acceptAlone(one, Positions.behind(topic, List.of(one.raw()))));
            handler.accept(List.of(), reached);
        }
    }

    /** Handles a record of a type that was unknown when it was read; it stands at no place any more. */
    void acceptParked(ConsumerRecord<String, byte[]> raw) {
        List<Legible<E>> readable = new ArrayList<>(1);
        sort(raw, readable);
        readable.forEach(one -> handler.accept(List.of(one.received()), Positions.NONE));
    }

    /** Puts a parked record aside that was refused for good. */
    void reject(ConsumerRecord<String, byte[]> raw, RuntimeException refusal) {
        deadLetters.put(topic, raw, DeadLetters.Reason.REJECTED, String.valueOf(refusal.getMessage()));
    }

    private void sort(ConsumerRecord<String, byte[]> raw, List<Legible<E>> readable) {
        switch (decoder.decode(raw)) {
            case Decoded.Known<E>(Received<E> received) -> readable.add(new Legible<>(raw, received));
            case Decoded.UnknownType<E>(String type) -> unknownTypes.passOver(topic, raw, type);
            case Decoded.Unreadable<E>(String detail) ->
                deadLetters.put(topic, raw, DeadLetters.Reason.UNREADABLE, detail);
        }
    }

    private void report(RuntimeException passing) {
        if (!(passing instanceof NotYet)) {
            log.warn("A batch of {} cannot be taken now, and comes again: {}", topic.topicName(), passing.toString());
        }
    }

    private void acceptAlone(Legible<E> one, Positions reached) {
        try {
            handler.accept(List.of(one.received()), reached);
        } catch (RuntimeException e) {
            if (Transience.isTransient(e)) {
                throw e;
            }
            reject(one.raw(), e);
        }
    }
}
