package dev.parley.agent.turn;

import dev.parley.contracts.turn.RequestTurn;
import dev.parley.platform.messaging.EventProducer;
import dev.parley.platform.work.Fence;
import dev.parley.platform.work.RetryLater;
import dev.parley.platform.work.WorkItem;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import org.springframework.stereotype.Component;

/**
 * Opens the streams of attempts, each of them once. A run that broke off may have shown more or less than is kept of it, and
 * readers start over only with another attempt: so a turn that is then cancelled or given up is ended by the next one.
 */
@Component
class Streams {
    private final EventProducer producer;
    /** By their fences, which live as long as their attempts. */
    private final Set<Fence> opened = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    Streams(EventProducer producer) {
        this.producer = producer;
    }

    /** @throws RetryLater when this attempt has had its stream: at once, which is not counted as a failure */
    StreamWriter open(RequestTurn request, WorkItem item) {
        if (!opened.add(item.fence())) {
            throw new RetryLater("another attempt has to end what this one began", Duration.ZERO);
        }
        return new StreamWriter(producer, request, item.attempt(), item.fence());
    }
}
