package dev.parley.agent.tool.http;

import dev.parley.agent.yaml.WrongField;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The part of JSON Schema that parameters are described in: what every model understands. */
final class ParameterSubset {
    private static final Set<String> TYPES = Set.of("string", "integer", "number", "boolean", "array", "object");
    private static final Set<String> KEYWORDS = Set.of(
            "type",
            "description",
            "enum",
            "default",
            "minimum",
            "maximum",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "items",
            "properties",
            "required",
            "additionalProperties");

    private ParameterSubset() {}

    /** The schema of an object that takes what it names and nothing else. @throws WrongField for another schema */
    static Map<String, Object> checked(Map<String, Object> given) {
        Map<String, Object> schema = new LinkedHashMap<>(given);
        schema.putIfAbsent("type", "object");
        schema.putIfAbsent("properties", Map.of());
        schema.putIfAbsent("required", List.of());
        schema.put("additionalProperties", false);
        check(schema, "parameters");
        if (!"object".equals(schema.get("type"))) {
            throw new WrongField("parameters.type", "must be object");
        }
        if (!names(schema).containsAll(texts(schema.get("required")))) {
            throw new WrongField("parameters.required", "names what is none of the properties");
        }
        return schema;
    }

    static Set<String> names(Map<String, Object> schema) {
        return object(schema.get("properties"), "parameters.properties").keySet();
    }

    /** Those that have a value in every call. */
    static Set<String> always(Map<String, Object> schema) {
        Collection<String> required = texts(schema.get("required"));
        return object(schema.get("properties"), "parameters.properties").entrySet().stream()
                .filter(it -> required.contains(it.getKey())
                        || (it.getValue() instanceof Map<?, ?> property && property.containsKey("default")))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static void check(Map<String, Object> schema, String field) {
        schema.keySet().stream()
                .filter(it -> !KEYWORDS.contains(it))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new WrongField(field + "." + unknown, "is no keyword that can be used here");
                });
        if (!TYPES.contains(String.valueOf(schema.get("type")))) {
            throw new WrongField(field + ".type", "must be one of string, integer, number, boolean, array, object");
        }
        if (schema.containsKey("properties")) {
            object(schema.get("properties"), field + ".properties").forEach((name, property) -> {
                String inner = field + ".properties." + name;
                check(object(property, inner), inner);
            });
        }
        if (schema.containsKey("items")) {
            check(object(schema.get("items"), field + ".items"), field + ".items");
        }
    }

    private static Map<String, Object> object(@Nullable Object value, String field) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new WrongField(field, "must be a mapping");
        }
        Map<String, Object> object = new LinkedHashMap<>();
        map.forEach((name, it) -> object.put(String.valueOf(name), it));
        return object;
    }

    private static Collection<String> texts(@Nullable Object value) {
        if (!(value instanceof List<?> list)) {
            throw new WrongField("parameters.required", "must be a list");
        }
        return list.stream().map(String::valueOf).toList();
    }
}
