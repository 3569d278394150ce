package dev.parley.agent.model.remote;

import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonBooleanSchema;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonIntegerSchema;
import dev.langchain4j.model.chat.request.json.JsonNumberSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import dev.parley.platform.messaging.WireJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A tool's JSON Schema in LangChain4j's types, which have no bounds and defaults: those go into the descriptions. */
final class SchemaElements {
    private SchemaElements() {}

    static JsonObjectSchema object(Map<String, Object> schema) {
        var object = JsonObjectSchema.builder().description(description(schema));
        properties(schema).forEach((name, property) -> object.addProperty(name, element(property)));
        return object.required(texts(schema.get("required")))
                .additionalProperties(false)
                .build();
    }

    private static JsonSchemaElement element(Map<String, Object> schema) {
        String description = description(schema);
        return switch (String.valueOf(schema.get("type"))) {
            case "object" -> object(schema);
            case "array" ->
                JsonArraySchema.builder()
                        .description(description)
                        .items(element(map(schema.get("items"))))
                        .build();
            case "integer" ->
                JsonIntegerSchema.builder().description(description).build();
            case "number" -> JsonNumberSchema.builder().description(description).build();
            case "boolean" ->
                JsonBooleanSchema.builder().description(description).build();
            case "string" -> text(schema, description);
            default -> JsonRawSchema.from(WireJson.mapper().writeValueAsString(schema));
        };
    }

    private static JsonSchemaElement text(Map<String, Object> schema, @Nullable String description) {
        List<String> allowed = texts(schema.get("enum"));
        return allowed.isEmpty()
                ? JsonStringSchema.builder().description(description).build()
                : JsonEnumSchema.builder()
                        .description(description)
                        .enumValues(allowed)
                        .build();
    }

    private static @Nullable String description(Map<String, Object> schema) {
        List<String> bounds = new ArrayList<>();
        Object least = schema.get("minimum");
        Object most = schema.get("maximum");
        if (least != null && most != null) {
            bounds.add(least + " to " + most);
        }
        Object fallback = schema.get("default");
        if (fallback != null) {
            bounds.add("default " + fallback);
        }
        String said = schema.get("description") instanceof String text ? text : "";
        String description = bounds.isEmpty() ? said : (said + " (" + String.join(", ", bounds) + ")").strip();
        return description.isEmpty() ? null : description;
    }

    private static Map<String, Map<String, Object>> properties(Map<String, Object> schema) {
        Map<String, Map<String, Object>> properties = new LinkedHashMap<>();
        map(schema.get("properties")).forEach((name, property) -> properties.put(name, map(property)));
        return properties;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object schema) {
        return schema instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    private static List<String> texts(@Nullable Object values) {
        return values instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
