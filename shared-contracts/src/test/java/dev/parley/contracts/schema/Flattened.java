package dev.parley.contracts.schema;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The generator keeps what a type and a component say of themselves side by side, in an {@code allOf}. One schema is easier
 * to read, and the component knows better.
 */
final class Flattened {

    private static final String BOTH = "allOf";

    private Flattened() {}

    static void inPlace(JsonNode schema) {
        List.copyOf(schema.values()).forEach(Flattened::inPlace);
        if (schema instanceof ObjectNode object && object.has(BOTH)) {
            JsonNode parts = object.remove(BOTH);
            parts.forEach(
                    part -> part.properties().forEach(keyword -> object.set(keyword.getKey(), keyword.getValue())));
        }
    }
}
