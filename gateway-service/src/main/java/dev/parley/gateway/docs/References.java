package dev.parley.gateway.docs;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** The references within an OpenAPI document: {@code $ref}, the mappings of discriminators, and the names in security requirements. */
final class References {

    private static final String SECURITY = "security";
    private static final String SCHEMES = "#/components/securitySchemes/";

    private References() {}

    /** All components that a node refers to, as {@code #/components/section/name}. */
    static Set<String> in(JsonNode node) {
        Set<String> found = new HashSet<>();
        collect(node, found);
        return found;
    }

    private static void collect(JsonNode node, Set<String> found) {
        if (node.isString() && isReference(node.asString())) {
            found.add(node.asString());
        }
        node.forEach(child -> collect(child, found));
    }

    /** Puts new references in the place of old ones. */
    static void rename(JsonNode node, Map<String, String> renamed) {
        switch (node) {
            case ObjectNode object -> renameIn(object, renamed);
            case ArrayNode array -> renameIn(array, renamed);
            default -> {}
        }
    }

    private static void renameIn(ObjectNode object, Map<String, String> renamed) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        object.forEachEntry(fields::put);
        fields.forEach((name, value) -> {
            if (name.equals(SECURITY) && value instanceof ArrayNode requirements) {
                object.set(name, renamedRequirements(requirements, renamed));
            } else {
                object.set(name, renamedValue(value, renamed));
            }
        });
    }

    private static void renameIn(ArrayNode array, Map<String, String> renamed) {
        for (int i = 0; i < array.size(); i++) {
            array.set(i, renamedValue(array.get(i), renamed));
        }
    }

    private static JsonNode renamedValue(JsonNode value, Map<String, String> renamed) {
        if (value.isString()) {
            String other = renamed.get(value.asString());
            return other == null ? value : StringNode.valueOf(other);
        }
        rename(value, renamed);
        return value;
    }

    private static ArrayNode renamedRequirements(ArrayNode requirements, Map<String, String> renamed) {
        ArrayNode copy = requirements.arrayNode();
        requirements.forEach(requirement -> {
            ObjectNode scopes = copy.addObject();
            requirement.forEachEntry((scheme, value) -> {
                String other = renamed.get(SCHEMES + scheme);
                scopes.set(other == null ? scheme : other.substring(SCHEMES.length()), value);
            });
        });
        return copy;
    }

    private static boolean isReference(String text) {
        return text.startsWith("#/components/");
    }
}
