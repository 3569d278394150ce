package dev.parley.platform.messaging;

import dev.parley.contracts.event.Event;
import dev.parley.contracts.topic.Topic;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Makes listeners that lose nothing: offsets are committed after the handler has returned. What can never be read goes to
 * the dead letters; what fails transiently comes again until it succeeds; what is refused for good is found record by
 * record and put aside, so that a partition always goes on. A command of an unknown type is parked, and comes when its type
 * is known. A handler may see the same event again.
 */
public final class BatchListeners {
    private final UnknownTypes unknownTypes;
    private final DeadLetters deadLetters;
    private final List<BatchIntake<?>> intakes = new CopyOnWriteArrayList<>();

    BatchListeners(UnknownTypes unknownTypes, DeadLetters deadLetters) {
        this.unknownTypes = unknownTypes;
        this.deadLetters = deadLetters;
    }

    /** @param handler gets what a poll brought, in order within each key; returns when its effect is durable */
    public <E extends Event> BatchListener listen(Topic topic, Class<E> events, Consumer<List<Received<E>>> handler) {
        return listenWithPositions(topic, events, (batch, _) -> {
            if (!batch.isEmpty()) {
                handler.accept(batch);
            }
        });
    }

    /** For handlers that have to know how far they have come. */
    public <E extends Event> BatchListener listenWithPositions(
            Topic topic, Class<E> events, PositionedHandler<E> handler) {
        var intake = new BatchIntake<>(topic, new EventDecoder<>(topic, events), handler, unknownTypes, deadLetters);
        intakes.add(intake);
        return message -> intake.accept(message.getPayload());
    }

    List<BatchIntake<?>> intakes() {
        return List.copyOf(intakes);
    }
}
