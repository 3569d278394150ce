package dev.parley.contracts.golden;

import dev.parley.contracts.event.Event;

/**
 * An event with made-up contents.
 *
 * @param name the wire type, with a suffix for a further example of it
 */
record Sample(String name, Event event) {

    static Sample of(Event event) {
        return new Sample(Event.typeOf(event.getClass()), event);
    }

    static Sample of(Event event, String suffix) {
        return new Sample(Event.typeOf(event.getClass()) + "-" + suffix, event);
    }

    String wireType() {
        return Event.typeOf(event.getClass());
    }

    @Override
    public String toString() {
        return name;
    }
}
