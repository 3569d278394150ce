package dev.parley.gateway.docs;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes a value that a schema of a document describes. Not thread-safe. */
final class Example {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String UNNAMED = "value";

    private final JsonNode document;
    private final Map<String, JsonNode> known;
    private final boolean whole;
    /** The references that are being followed: a schema that holds itself ends there. */
    private final Deque<String> within = new ArrayDeque<>();

    /**
     * @param known values of fields, by their names: where the type fits they are taken
     * @param whole with all fields; else with those that must be there or whose values mean something to a service
     */
    Example(JsonNode document, Map<String, JsonNode> known, boolean whole) {
        this.document = document;
        this.known = known;
        this.whole = whole;
    }

    /** Empty where a schema says nothing of what it describes, or nothing but itself. */
    Optional<JsonNode> of(JsonNode schema) {
        return of(schema, UNNAMED);
    }

    private Optional<JsonNode> of(JsonNode schema, String name) {
        String reference = schema.path("$ref").asString("");
        if (!reference.isEmpty()) {
            return followed(reference, name);
        }
        JsonNode said = said(schema);
        if (said != null) {
            return Optional.of(said);
        }
        JsonNode alternatives = first(schema, "oneOf", "anyOf");
        return alternatives == null
                ? byType(schema, name)
                : alternatives
                        .valueStream()
                        .filter(one -> !one.path("type").asString("").equals("null"))
                        .findFirst()
                        .flatMap(one -> of(one, name));
    }

    private Optional<JsonNode> followed(String reference, String name) {
        if (within.contains(reference)) {
            return Optional.empty();
        }
        within.push(reference);
        Optional<JsonNode> made = of(document.at(reference.substring(1)), name);
        within.pop();
        return made;
    }

    private static @Nullable JsonNode said(JsonNode schema) {
        JsonNode one = first(schema, "example", "const", "default");
        JsonNode some = first(schema, "examples", "enum");
        return one == null && some != null && some.isArray() ? some.path(0) : one;
    }

    private static @Nullable JsonNode first(JsonNode schema, String... names) {
        return Stream.of(names)
                .map(schema::get)
                .filter(value -> value != null && !value.isNull())
                .findFirst()
                .orElse(null);
    }

    private Optional<JsonNode> byType(JsonNode schema, String name) {
        return switch (type(schema)) {
            case "object" -> Optional.of(object(schema));
            case "array" -> Optional.of(array(schema, name));
            case "string" -> Optional.of(fitting(name, JsonNode::isString, Scalars.text(schema, name)));
            case "integer" -> Optional.of(fitting(name, JsonNode::isIntegralNumber, Scalars.integer(schema)));
            case "number" -> Optional.of(fitting(name, JsonNode::isNumber, Scalars.number(schema)));
            case "boolean" -> Optional.of(fitting(name, JsonNode::isBoolean, NODES.booleanNode(true)));
            default -> Optional.empty();
        };
    }

    private JsonNode fitting(String name, Predicate<JsonNode> fits, JsonNode otherwise) {
        JsonNode value = known.get(name);
        return value != null && fits.test(value) ? value : otherwise;
    }

    /** With {@code null} among the types it is the other one. */
    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return type.valueStream()
                    .map(one -> one.asString(""))
                    .filter(one -> !one.equals("null"))
                    .findFirst()
                    .orElse("");
        }
        boolean composed = schema.has("properties") || schema.has("allOf");
        return type.isMissingNode() && composed ? "object" : type.asString("");
    }

    private ObjectNode object(JsonNode schema) {
        ObjectNode made = NODES.objectNode();
        schema.path("allOf")
                .forEach(part -> of(part, UNNAMED)
                        .filter(ObjectNode.class::isInstance)
                        .ifPresent(value -> made.setAll((ObjectNode) value)));
        List<String> required =
                schema.path("required").valueStream().map(JsonNode::asString).toList();
        schema.path("properties").forEachEntry((name, property) -> {
            if (whole || required.contains(name) || known.containsKey(name) || said(property) != null) {
                of(property, name).ifPresent(value -> made.set(name, value));
            }
        });
        JsonNode others = schema.path("additionalProperties");
        if (made.isEmpty() && others.isObject()) {
            of(others, UNNAMED).ifPresent(value -> made.set("name", value));
        }
        return made;
    }

    private ArrayNode array(JsonNode schema, String name) {
        ArrayNode made = NODES.arrayNode();
        of(schema.path("items"), name).ifPresent(made::add);
        return made;
    }
}
