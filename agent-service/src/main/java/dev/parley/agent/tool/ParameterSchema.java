package dev.parley.agent.tool;

import dev.parley.platform.messaging.WireJson;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The JSON Schema of a parameter record, in the part of the language that every model understands. */
final class ParameterSchema {
    private static final Set<Class<?>> WHOLE = Set.of(int.class, Integer.class, long.class, Long.class);
    private static final Set<Class<?>> FRACTION = Set.of(double.class, Double.class, float.class, Float.class);
    private static final Set<Class<?>> TRUTH = Set.of(boolean.class, Boolean.class);

    private ParameterSchema() {}

    static Map<String, Object> of(Class<?> type) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            properties.put(wireName(component), property(component));
            if (isRequired(component)) {
                required.add(wireName(component));
            }
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", required);
        schema.put("additionalProperties", false);
        return schema;
    }

    static String wireName(RecordComponent component) {
        return snakeCase(component.getName());
    }

    static String snakeCase(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    /** Whether it has to be given: it has no default and may not be null. */
    static boolean isRequired(RecordComponent component) {
        return component.getAnnotation(Default.class) == null
                && !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Map<String, Object> property(RecordComponent component) {
        Map<String, Object> schema = new LinkedHashMap<>(type(component.getGenericType()));
        About about = component.getAnnotation(About.class);
        if (about != null) {
            schema.put("description", about.value());
        }
        schema.putAll(SchemaBounds.of(constraints(component), component.getType() == String.class));
        Default fallback = component.getAnnotation(Default.class);
        if (fallback != null) {
            schema.put("default", WireJson.mapper().readValue(fallback.value(), Object.class));
        }
        return schema;
    }

    /** Bean Validation's annotations do not go on record components; the compiler copies them to the accessor. */
    private static AnnotatedElement constraints(RecordComponent component) {
        return component.getAccessor();
    }

    private static Map<String, Object> type(Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
            return Collection.class.isAssignableFrom(raw)
                    ? Map.of("type", "array", "items", type(generic.getActualTypeArguments()[0]))
                    : Map.of("type", "object");
        }
        return type instanceof Class<?> simple ? simple(simple) : Map.of();
    }

    private static Map<String, Object> simple(Class<?> type) {
        if (WHOLE.contains(type)) {
            return Map.of("type", "integer");
        }
        if (FRACTION.contains(type)) {
            return Map.of("type", "number");
        }
        if (TRUTH.contains(type)) {
            return Map.of("type", "boolean");
        }
        if (type.isEnum()) {
            return Map.of("type", "string", "enum", names(type));
        }
        return type.isRecord() ? of(type) : Map.of("type", "string");
    }

    private static List<String> names(Class<?> type) {
        return Stream.of(type.getEnumConstants())
                .map(it -> WireJson.mapper().convertValue(it, String.class))
                .toList();
    }
}
