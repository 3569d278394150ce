package dev.parley.contracts.golden;

import dev.parley.contracts.event.Event;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes away from a record all that may be absent, in the records within it too. */
final class Absent {

    private Absent() {}

    static Event in(Event event) {
        return (Event) withoutOptional((Record) event);
    }

    private static @Nullable Object reduce(RecordComponent component, Record owner)
            throws ReflectiveOperationException {
        if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            return null;
        }
        component.getAccessor().setAccessible(true);
        return switch (component.getAccessor().invoke(owner)) {
            case Record inner -> withoutOptional(inner);
            case Collection<?> items -> items.stream().map(Absent::item).toList();
            case Object value -> value;
        };
    }

    private static Object item(Object item) {
        return item instanceof Record inner ? withoutOptional(inner) : item;
    }

    private static Record withoutOptional(Record full) {
        RecordComponent[] components = full.getClass().getRecordComponents();
        Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        @Nullable Object[] values = new @Nullable Object[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                values[i] = reduce(components[i], full);
            }
            return full.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
