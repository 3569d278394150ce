package dev.parley.platform.messaging;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** JSON may lack what a record declares non-null; this finds it where the record is read, not where it is used. */
final class RequiredComponents {
    private static final Map<Class<?>, List<RecordComponent>> COMPONENTS = new ConcurrentHashMap<>();

    private RequiredComponents() {}

    static void check(@Nullable Object value) {
        if (value instanceof Record contents) {
            COMPONENTS
                    .computeIfAbsent(contents.getClass(), RequiredComponents::referencesOf)
                    .forEach(component -> checkComponent(contents, component));
        } else if (value instanceof Collection<?> items) {
            items.forEach(RequiredComponents::check);
        }
    }

    private static void checkComponent(Record owner, RecordComponent component) {
        Object value = read(owner, component);
        if (value == null && !isNullable(component)) {
            throw new UnreadableEvent(owner.getClass().getSimpleName() + " has no " + component.getName(), null);
        }
        check(value);
    }

    private static List<RecordComponent> referencesOf(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .filter(component -> !component.getType().isPrimitive())
                .toList();
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static @Nullable Object read(Record owner, RecordComponent component) {
        try {
            return component.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
