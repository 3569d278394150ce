package dev.parley.platform.messaging;

import dev.parley.contracts.event.Event;
import dev.parley.contracts.topic.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.Consumer;

/**
 * Makes listeners that lose nothing: offsets are committed after the handler has returned. What can never be read goes to
 * the dead letters; what fails transiently comes again until it succeeds; what is refused for good is found record by
 * record and put aside, so that a partition always goes on. A handler may see the same event again.
 */
public final class BatchListeners {
    private final DeadLetters deadLetters;
    private final MeterRegistry meters;

    BatchListeners(DeadLetters deadLetters, MeterRegistry meters) {
        this.deadLetters = deadLetters;
        this.meters = meters;
    }

    /** @param handler gets what a poll brought, in order within each key; returns when its effect is durable */
    public <E extends Event> BatchListener listen(Topic topic, Class<E> events, Consumer<List<Received<E>>> handler) {
        var intake = new BatchIntake<>(topic, new EventDecoder<>(topic, events), handler, deadLetters, meters);
        return message -> intake.accept(message.getPayload());
    }
}
