package dev.parley.gateway.docs;

import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Texts and numbers that a schema allows. */
final class Scalars {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int LONGEST = 10_000;

    private Scalars() {}

    /** As its format has it; else the words of its name, as long as it must be. */
    static JsonNode text(JsonNode schema, String name) {
        String text =
                switch (schema.path("format").asString("")) {
                    case "uuid" -> "01a1f8f0-6c1e-7d3a-9b52-3f0e8c4d7a21";
                    case "date-time" -> "2026-05-04T09:30:00Z";
                    case "date" -> "2026-05-04";
                    case "email" -> "ada@example.com";
                    case "uri", "url" -> "https://example.com/a";
                    case "uri-reference" -> "/a";
                    case "byte" -> "UGFybGV5";
                    default -> words(schema, name);
                };
        return NODES.stringNode(text);
    }

    private static String words(JsonNode schema, String name) {
        String words = name.replace('_', ' ');
        int least = Math.min(schema.path("minLength").asInt(0), LONGEST);
        int most = Math.max(
                least, Math.min(words.length(), schema.path("maxLength").asInt(LONGEST)));
        return words.repeat(1 + least / words.length()).substring(0, most);
    }

    static JsonNode integer(JsonNode schema) {
        return NODES.numberNode(within(schema).longValue());
    }

    static JsonNode number(JsonNode schema) {
        return NODES.numberNode(within(schema));
    }

    private static BigDecimal within(JsonNode schema) {
        JsonNode least = schema.path("minimum");
        JsonNode most = schema.path("maximum");
        BigDecimal value = least.isNumber() ? least.decimalValue().max(BigDecimal.ONE) : BigDecimal.ONE;
        return most.isNumber() ? value.min(most.decimalValue()) : value;
    }
}
