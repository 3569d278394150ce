package dev.parley.agent.tool;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.parley.platform.messaging.WireJson;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads arguments by a JSON Schema, or says what is wrong with them. Follows no reference out of the schema. Thread-safe. */
public final class SchemaArguments {
    private static final int MOST_PROBLEMS = 10;
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemaLoader(loader -> loader.fetchRemoteResources(false))
                    .schemaCacheEnabled(false));

    private final JsonNode json;
    private final Schema schema;

    private SchemaArguments(JsonNode json, Schema schema) {
        this.json = json;
        this.schema = schema;
    }

    /** @param problem in words for the model; null when the arguments are valid */
    public record Read(
            Map<String, @Nullable Object> arguments,
            @Nullable String problem) {}

    /** @throws IllegalArgumentException for what is no schema of an object */
    public static SchemaArguments of(Map<String, Object> schema) {
        JsonNode json = WireJson.mapper().valueToTree(schema);
        if (!"object".equals(json.path("type").asString("")) || !describesProperties(json.path("properties"))) {
            throw new IllegalArgumentException("the schema is not that of an object with described properties");
        }
        try {
            Schema ready = SCHEMAS.getSchema(json);
            ready.initializeValidators();
            return new SchemaArguments(json, ready);
        } catch (RuntimeException notReadable) {
            throw new IllegalArgumentException("the schema cannot be read", notReadable);
        }
    }

    private static boolean describesProperties(JsonNode properties) {
        return properties.isMissingNode()
                || (properties.isObject() && properties.valueStream().allMatch(JsonNode::isObject));
    }

    public Read read(String text) {
        ObjectNode given = ArgumentReader.object(text);
        if (given == null) {
            return new Read(Map.of(), "The arguments are not a JSON object. " + expected());
        }
        fillIn(given);
        List<Error> errors = schema.validate(given);
        return new Read(ArgumentReader.map(given), errors.isEmpty() ? null : say(errors) + " " + expected());
    }

    /** Models write null for what they leave out. */
    private void fillIn(ObjectNode given) {
        json.path("properties").propertyStream().forEach(property -> {
            JsonNode fallback = property.getValue().path("default");
            if (given.path(property.getKey()).isNull()) {
                given.remove(property.getKey());
            }
            if (!fallback.isMissingNode() && !given.has(property.getKey())) {
                given.set(property.getKey(), fallback);
            }
        });
    }

    private static String say(List<Error> errors) {
        return errors.stream()
                .limit(MOST_PROBLEMS)
                .map(error -> (error.getInstanceLocation() + " " + error.getMessage()).strip())
                .sorted()
                .collect(Collectors.joining("; ", "", "."));
    }

    private String expected() {
        return "Expected is an object of this schema: " + json;
    }
}
