package dev.parley.agent.tool.http;

import dev.parley.platform.messaging.WireJson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON that is sent: its texts are templates. A text that is one argument becomes its value, whatever type that has; what
 * names an argument that was left out is left out.
 */
sealed interface BodyTemplate {
    JsonMapper JSON = WireJson.mapper();

    record Constant(JsonNode value) implements BodyTemplate {}

    record Text(Template template) implements BodyTemplate {}

    record Branch(JsonNode empty, Map<String, BodyTemplate> children) implements BodyTemplate {}

    static BodyTemplate of(JsonNode body, String field, Set<String> parameters, Secrets secrets) {
        if (body.isString()) {
            return new Text(Template.of(body.asString(), field, parameters, secrets));
        }
        if (!body.isContainer()) {
            return new Constant(body);
        }
        Map<String, BodyTemplate> children = new LinkedHashMap<>();
        if (body.isObject()) {
            body.propertyStream()
                    .forEach(property -> children.put(
                            property.getKey(),
                            of(property.getValue(), field + "." + property.getKey(), parameters, secrets)));
            return new Branch(JSON.createObjectNode(), children);
        }
        for (int i = 0; i < body.size(); i++) {
            children.put(Integer.toString(i), of(body.get(i), field + "." + i, parameters, secrets));
        }
        return new Branch(JSON.createArrayNode(), children);
    }

    /** Null when an argument was left out. */
    default @Nullable JsonNode fill(Map<String, @Nullable Object> arguments) {
        return switch (this) {
            case Constant(JsonNode value) -> value;
            case Text(Template template) -> text(template, arguments);
            case Branch(JsonNode empty, Map<String, BodyTemplate> children) -> branch(empty, children, arguments);
        };
    }

    private static @Nullable JsonNode text(Template template, Map<String, @Nullable Object> arguments) {
        String only = template.onlyArgument();
        if (only != null) {
            Object value = arguments.get(only);
            return value == null ? null : JSON.valueToTree(value);
        }
        String text = template.fill(arguments, UnaryOperator.identity());
        return text == null ? null : JSON.getNodeFactory().stringNode(text);
    }

    private static JsonNode branch(
            JsonNode empty, Map<String, BodyTemplate> children, Map<String, @Nullable Object> arguments) {
        JsonNode filled = empty.deepCopy();
        children.forEach((name, child) -> {
            JsonNode value = child.fill(arguments);
            if (value != null && filled instanceof ObjectNode object) {
                object.set(name, value);
            } else if (value != null && filled instanceof ArrayNode array) {
                array.add(value);
            }
        });
        return filled;
    }
}
