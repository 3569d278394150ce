package dev.parley.gateway.docs;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What any call to a service may be answered with by the gateway, whatever the service says of it. */
final class CommonAnswers {

    private static final String LIMITED = "429";
    private static final String REFERENCE = "#/components/responses/RateLimited";

    private CommonAnswers() {}

    /** A copy of a service's document with these answers where it has none of their status. */
    static JsonNode addedTo(JsonNode document) {
        JsonNode copy = document.deepCopy();
        copy.path("paths")
                .forEach(item -> item.forEach(operation -> {
                    if (operation.path("responses") instanceof ObjectNode responses && !responses.has(LIMITED)) {
                        responses.putObject(LIMITED).put("$ref", REFERENCE);
                    }
                }));
        return copy;
    }
}
