package dev.parley.platform.messaging;

import dev.parley.contracts.event.Event;
import java.util.List;

/** Handles events and keeps, in the same transaction, how far the log was read. */
@FunctionalInterface
public interface PositionedHandler<E extends Event> {
    /**
     * @param events in order within each key; none when all that stood there was skipped or put aside
     * @param reached before these places all is dealt with when this has returned: handled, skipped, parked or dead-lettered
     */
    void accept(List<Received<E>> events, Positions reached);
}
