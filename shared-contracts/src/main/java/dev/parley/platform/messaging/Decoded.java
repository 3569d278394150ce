package dev.parley.platform.messaging;

import dev.parley.contracts.event.Event;

/** What a record turned out to be. */
sealed interface Decoded<E extends Event> {
    record Known<E extends Event>(Received<E> received) implements Decoded<E> {}

    /** Of a type that this version does not know: perhaps a newer writer's. */
    record UnknownType<E extends Event>(String type) implements Decoded<E> {}

    record Unreadable<E extends Event>(String detail) implements Decoded<E> {}
}
