package dev.parley.platform.messaging;

import dev.parley.contracts.event.Event;
import dev.parley.contracts.topic.Topic;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which types of event may stand on which topic, found from the sealed types of {@link Topic}. */
public final class EventTypes {
    private static final Map<Topic, Map<String, Class<? extends Event>>> BY_TOPIC = new EnumMap<>(Topic.class);

    static {
        for (Topic topic : Topic.values()) {
            BY_TOPIC.put(topic, leaves(topic.events()).collect(Collectors.toMap(Event::typeOf, Function.identity())));
        }
    }

    private EventTypes() {}

    /** The class of a wire type on a topic; null when this version does not know it. */
    public static @Nullable Class<? extends Event> find(Topic topic, String wireType) {
        return on(topic).get(wireType);
    }

    /** All types of a topic by their wire name. */
    public static Map<String, Class<? extends Event>> on(Topic topic) {
        return BY_TOPIC.getOrDefault(topic, Map.of());
    }

    private static Stream<Class<? extends Event>> leaves(Class<? extends Event> type) {
        if (!type.isSealed()) {
            return Stream.of(type);
        }
        return Stream.of(type.getPermittedSubclasses())
                .map(subtype -> subtype.<Event>asSubclass(Event.class))
                .flatMap(EventTypes::leaves);
    }
}
