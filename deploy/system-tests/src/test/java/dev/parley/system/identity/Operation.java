package dev.parley.system.identity;

import dev.parley.system.visitor.Json;
import dev.parley.system.visitor.Reply;
import dev.parley.system.visitor.Visitor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A call as the document describes it.
 *
 * @param query the parameters that it requires, as their examples have them
 * @param body the least that it takes, as JSON; empty where it takes none
 * @param credentials by which one may call it; none where everybody may
 */
record Operation(String method, String path, String query, String body, Set<String> credentials) {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    static List<Operation> all(JsonNode document) {
        return document.path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .map(operation -> of(document, operation.getKey(), path.getKey(), operation.getValue())))
                .toList();
    }

    private static Operation of(JsonNode document, String method, String path, JsonNode operation) {
        JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                query(operation),
                schema.isMissingNode() ? "" : Json.write(least(document, schema)),
                Set.copyOf(operation
                        .path("security")
                        .valueStream()
                        .flatMap(requirement -> requirement.propertyNames().stream())
                        .toList()));
    }

    boolean isOpen() {
        return credentials.isEmpty();
    }

    /** Whether visitors without an account may call it, with a session id. */
    boolean isForVisitors() {
        return credentials.contains("session_header");
    }

    boolean isForAdministrators() {
        return path.startsWith("/api/v1/admin/");
    }

    /** Whether its errors have the shape that OpenAI's clients read. */
    boolean isOpenAi() {
        return path.startsWith("/v1/");
    }

    /** Whether the caller's own names are in its path: those of somebody else mean nothing, which is no error. */
    boolean hasOwnNames() {
        return path.startsWith("/api/chat/ui/");
    }

    boolean namesSomething() {
        return path.contains("{");
    }

    /** Whether what is in its path may be somebody's own; models are everybody's. */
    boolean namesSomebodysOwn() {
        return namesSomething() && !path.startsWith("/v1/models/");
    }

    Reply call(Visitor caller, String filledPath) {
        return body.isEmpty() && !method.equals("POST")
                ? caller.send(method, filledPath + query, "")
                : caller.send(method, filledPath + query, body.isEmpty() ? "{}" : body);
    }

    private static String query(JsonNode operation) {
        return operation
                .path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("in").asString("").equals("query")
                        && parameter.path("required").asBoolean(false))
                .map(parameter -> parameter.path("name").asString("") + "="
                        + URLEncoder.encode(parameter.path("example").asString(), StandardCharsets.UTF_8))
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("&"), query -> query.isEmpty() ? "" : "?" + query));
    }

    /** The value with just what the schema requires. */
    private static Object least(JsonNode document, JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        if (!reference.isEmpty()) {
            return least(document, document.at(reference.substring(1)));
        }
        return switch (type(schema)) {
            case "object" -> fields(document, schema);
            case "array" -> List.of();
            case "integer", "number" -> 1;
            case "boolean" -> true;
            default -> schema.path("enum").path(0).asString("example text");
        };
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.path(0).asString("") : type.asString(schema.has("properties") ? "object" : "");
    }

    private static Map<String, Object> fields(JsonNode document, JsonNode schema) {
        Map<String, Object> fields = new LinkedHashMap<>();
        Stream<String> required = schema.path("required").valueStream().map(name -> name.asString(""));
        required.forEach(name ->
                fields.put(name, least(document, schema.path("properties").path(name))));
        return fields;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
