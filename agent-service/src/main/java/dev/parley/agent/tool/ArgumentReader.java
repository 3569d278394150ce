package dev.parley.agent.tool;

import dev.parley.platform.messaging.WireJson;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Turns what a model wrote into a tool's parameters, or into a sentence from which the model can do better. */
@Component
final class ArgumentReader {
    private static final JsonMapper JSON = WireJson.mapper();

    private final Validator validator;

    ArgumentReader(Validator validator) {
        this.validator = validator;
    }

    sealed interface Arguments<P extends Record> {
        Map<String, @Nullable Object> given();
    }

    record Valid<P extends Record>(P parameters, Map<String, @Nullable Object> given) implements Arguments<P> {}

    record Invalid<P extends Record>(Map<String, @Nullable Object> given, String problem) implements Arguments<P> {}

    <P extends Record> Arguments<P> read(String text, Class<P> type) {
        ObjectNode json = object(text);
        if (json == null) {
            return new Invalid<>(Map.of(), "The arguments are not a JSON object. " + expected(type));
        }
        List<String> missing = complete(json, type);
        if (!missing.isEmpty()) {
            return new Invalid<>(map(json), "Missing: " + String.join(", ", missing) + ". " + expected(type));
        }
        try {
            return validated(JSON.treeToValue(json, type), json);
        } catch (DatabindException e) {
            String problem = e.getPath().isEmpty() ? "The arguments" : path(e);
            return new Invalid<>(map(json), problem + " cannot be read. " + expected(type));
        }
    }

    private <P extends Record> Arguments<P> validated(P parameters, ObjectNode json) {
        var violations = validator.validate(parameters);
        if (violations.isEmpty()) {
            return new Valid<>(parameters, map(JSON.valueToTree(parameters)));
        }
        return new Invalid<>(
                map(json),
                violations.stream().map(ArgumentReader::say).sorted().collect(Collectors.joining("; ", "", ".")));
    }

    /** The arguments as far as they are a JSON object. */
    static Map<String, @Nullable Object> lenient(String text) {
        ObjectNode json = object(text);
        return json == null ? Map.of() : map(json);
    }

    static @Nullable ObjectNode object(String text) {
        try {
            // A tool without parameters is often called with nothing at all.
            JsonNode json = JSON.readTree(text.isBlank() ? "{}" : text);
            return json instanceof ObjectNode object ? object : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    /** Fills in the defaults; returns what is still missing. */
    private static List<String> complete(ObjectNode json, Class<?> type) {
        List<String> missing = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = ParameterSchema.wireName(component);
            if (!json.path(name).isMissingNode() && !json.path(name).isNull()) {
                continue;
            }
            Default fallback = component.getAnnotation(Default.class);
            if (fallback != null) {
                json.set(name, JSON.readTree(fallback.value()));
            } else if (ParameterSchema.isRequired(component)) {
                missing.add(name);
            }
        }
        return missing;
    }

    private static String expected(Class<?> type) {
        return "Expected is an object of this schema: " + JSON.writeValueAsString(ParameterSchema.of(type));
    }

    private static String path(DatabindException e) {
        return e.getPath().stream()
                .map(it -> it.getPropertyName() == null ? Integer.toString(it.getIndex()) : it.getPropertyName())
                .collect(Collectors.joining("."));
    }

    private static String say(ConstraintViolation<?> violation) {
        String property = violation.getPropertyPath().toString();
        return ParameterSchema.snakeCase(property) + " " + violation.getMessage();
    }

    @SuppressWarnings("unchecked")
    static Map<String, @Nullable Object> map(JsonNode json) {
        return CleanJson.of(JSON.treeToValue(json, LinkedHashMap.class));
    }
}
