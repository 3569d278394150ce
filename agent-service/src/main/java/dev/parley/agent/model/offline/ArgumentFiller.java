package dev.parley.agent.model.offline;

import dev.parley.agent.tool.ToolDescription;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a tool's arguments out of a text, by what its schema calls them. */
final class ArgumentFiller {
    private static final Set<String> AREAS = Set.of("area", "location", "city", "place", "where", "address", "region");
    private static final Set<String> SUBJECTS = Set.of("what", "business_type", "kind", "category", "type", "business");

    private ArgumentFiller() {}

    /** Whether a property says where. */
    static boolean isArea(String property) {
        return AREAS.contains(property);
    }

    static boolean isSubject(String property) {
        return SUBJECTS.contains(property);
    }

    /** What a text says for each property; those of which it says nothing are left out. */
    static Map<String, Object> fill(ToolDescription tool, String text) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        Set<String> required = Set.copyOf(required(tool));
        properties(tool).forEach((name, schema) -> {
            Object value = value(name, schema, text, required.contains(name));
            if (value != null) {
                arguments.put(name, value);
            }
        });
        return arguments;
    }

    /** A client may have written anything into the schema of its tool. */
    private static Map<String, Map<?, ?>> properties(ToolDescription tool) {
        Map<String, Map<?, ?>> properties = new LinkedHashMap<>();
        if (tool.parameters().get("properties") instanceof Map<?, ?> described) {
            described.forEach((name, schema) ->
                    properties.put(String.valueOf(name), schema instanceof Map<?, ?> map ? map : Map.of()));
        }
        return properties;
    }

    static List<String> required(ToolDescription tool) {
        return tool.parameters().get("required") instanceof List<?> names
                ? names.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static @Nullable Object value(String name, Map<?, ?> schema, String text, boolean required) {
        if (isArea(name)) {
            AreaPhrase area = AreaPhrase.find(text);
            return area == null ? null : area.name();
        }
        if (isSubject(name)) {
            return SubjectPhrase.find(text);
        }
        return switch (String.valueOf(schema.get("type"))) {
            case "integer", "number" -> number(name, schema, text);
            case "string" ->
                schema.get("enum") instanceof List<?> allowed ? choice(allowed, text) : required ? text : null;
            default -> null;
        };
    }

    private static @Nullable Integer number(String name, Map<?, ?> schema, String text) {
        boolean distance = Stream.of("radius", "distance", "meters", "metres").anyMatch(name::contains);
        Integer said = distance ? NumberPhrase.metres(text) : NumberPhrase.count(text);
        return said == null ? null : within(schema, said);
    }

    private static int within(Map<?, ?> schema, int value) {
        int least = schema.get("minimum") instanceof Number number ? number.intValue() : Integer.MIN_VALUE;
        int most = schema.get("maximum") instanceof Number number ? number.intValue() : Integer.MAX_VALUE;
        return Math.clamp(value, least, most);
    }

    private static @Nullable Object choice(List<?> allowed, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return allowed.stream()
                .filter(it -> lower.contains(
                        String.valueOf(it).toLowerCase(Locale.ROOT).replace('_', ' ')))
                .findFirst()
                .orElse(null);
    }
}
