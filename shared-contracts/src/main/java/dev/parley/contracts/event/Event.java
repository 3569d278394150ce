package dev.parley.contracts.event;

/** A fact or a command that travels on a topic. Every implementation is a record with a {@link WireType}. */
public interface Event {
    /** The wire name of a type of event. */
    static String typeOf(Class<? extends Event> event) {
        WireType type = event.getAnnotation(WireType.class);
        if (type == null) {
            throw new IllegalArgumentException(event.getName() + " has no @WireType");
        }
        return type.value();
    }
}
