package dev.parley.contracts.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Whether a schema may follow a released one. Records of both are on the log at the same time, and readers ship before
 * writers, so a new reader meets old records, and an old reader of somebody else meets new ones. Hence a schema grows by
 * properties that are not required and by values of enums (known to readers a release before they are written), and in no
 * other way: a new meaning is a new type.
 */
final class SchemaCompatibility {

    /** What may change at will: words for people. */
    private static final Set<String> WORDS = Set.of("description", "title", "$id", "$schema");

    private static final Set<String> LOOKED_INTO = Set.of("properties", "required", "enum", "items");

    private final List<String> breaches = new ArrayList<>();

    private SchemaCompatibility() {}

    /** What forbids the step from the one to the other, a line each; none when it may be made. */
    static List<String> breaches(JsonNode released, JsonNode present) {
        SchemaCompatibility check = new SchemaCompatibility();
        check.compare("", released, present);
        return check.breaches;
    }

    /** The same for all types together, where a type may be added and none may go. */
    static List<String> breaches(Map<String, ? extends JsonNode> released, Map<String, ? extends JsonNode> present) {
        List<String> all = new ArrayList<>();
        new TreeMap<>(released).forEach((wireType, schema) -> {
            JsonNode now = present.get(wireType);
            List<String> found = now == null ? List.of(": the type is gone") : breaches(schema, now);
            found.forEach(breach -> all.add(wireType + breach));
        });
        return all;
    }

    private void compare(String path, JsonNode released, JsonNode present) {
        compareKeywords(path, released, present);
        compareProperties(path, released.path("properties"), present.path("properties"));
        compareRequired(path, strings(released.path("required")), strings(present.path("required")));
        compareEnum(path, released.path("enum"), present.path("enum"));
        if (released.has("items") && present.has("items")) {
            compare(path + "[]", released.get("items"), present.get("items"));
        }
    }

    /** Type, format, and whatever else would let less or something else in. */
    private void compareKeywords(String path, JsonNode released, JsonNode present) {
        Set<String> keywords = new TreeSet<>(released.propertyNames());
        keywords.addAll(present.propertyNames());
        for (String keyword : keywords) {
            if (changes(keyword, released, present)) {
                refuse(
                        path,
                        "%s changed from %s to %s".formatted(keyword, released.path(keyword), present.path(keyword)));
            }
        }
    }

    private static boolean changes(String keyword, JsonNode released, JsonNode present) {
        if (WORDS.contains(keyword) || keyword.equals("required")) {
            return false;
        }
        if (LOOKED_INTO.contains(keyword)) {
            // What was open and is not any more, or the other way round.
            return released.has(keyword) != present.has(keyword);
        }
        return !released.path(keyword).equals(present.path(keyword));
    }

    private void compareProperties(String path, JsonNode released, JsonNode present) {
        for (String name : released.propertyNames()) {
            String place = path + "." + name;
            if (present.has(name)) {
                compare(place, released.get(name), present.get(name));
            } else {
                refuse(place, "the property is gone");
            }
        }
    }

    private void compareRequired(String path, Set<String> released, Set<String> present) {
        // Records written before lack it, and new readers would refuse them.
        less(present, released).forEach(name -> refuse(path + "." + name, "the property is required now"));
        // Readers of before count on it.
        less(released, present).forEach(name -> refuse(path + "." + name, "the property is not required any more"));
    }

    private void compareEnum(String path, JsonNode released, JsonNode present) {
        if (present.isArray()) {
            less(strings(released), strings(present)).forEach(value -> refuse(path, "the value " + value + " is gone"));
        }
    }

    private void refuse(String path, String reason) {
        breaches.add(path + ": " + reason);
    }

    private static Set<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> less(Set<String> all, Set<String> without) {
        return all.stream().filter(each -> !without.contains(each));
    }
}
