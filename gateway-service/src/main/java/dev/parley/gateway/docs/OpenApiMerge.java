package dev.parley.gateway.docs;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Merges OpenAPI documents into the one it began with. Not thread-safe. */
final class OpenApiMerge {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final ObjectNode merged;

    OpenApiMerge(ObjectNode base) {
        this.merged = base.deepCopy();
    }

    ObjectNode merged() {
        return merged;
    }

    /**
     * Adds a service's document.
     *
     * @param prefix put before the names of what clashes
     * @param reachable whether a method and path can be called from outside
     */
    void add(JsonNode document, String prefix, BiPredicate<HttpMethod, String> reachable) {
        if (!(document.deepCopy() instanceof ObjectNode own)) {
            throw new IllegalArgumentException("an OpenAPI document is an object");
        }
        Map<String, String> renamed = Clashes.between(merged, own, prefix);
        References.rename(own, renamed);
        addComponents(own, renamed);
        addPaths(own, prefix, reachable);
        addTags(own);
    }

    private void addComponents(ObjectNode own, Map<String, String> renamed) {
        ObjectNode components = merged.withObjectProperty("components");
        own.path("components").forEachEntry((section, named) -> {
            ObjectNode there = components.withObjectProperty(section);
            named.forEachEntry((name, component) -> {
                String reference = "#/components/" + section + "/" + name;
                String known = renamed.getOrDefault(reference, reference);
                String newName = known.substring(known.lastIndexOf('/') + 1);
                if (!there.has(newName)) {
                    there.set(newName, component);
                }
            });
        });
    }

    private void addPaths(ObjectNode own, String prefix, BiPredicate<HttpMethod, String> reachable) {
        ObjectNode paths = merged.withObjectProperty("paths");
        Set<String> ids = operationIds(paths);
        JsonNode security = own.path("security");
        own.path("paths").forEachEntry((documented, item) -> {
            String path = documented.length() > 1 && documented.endsWith("/")
                    ? documented.substring(0, documented.length() - 1)
                    : documented;
            item.forEachEntry((method, operation) -> {
                if (isReachable(method, path, reachable) && operation instanceof ObjectNode object) {
                    makeUnique(object, ids, prefix);
                    inherit(object, "security", security);
                    inherit(object, "parameters", item.path("parameters"));
                    paths.withObjectProperty(path).set(method, object);
                }
            });
        });
    }

    private static boolean isReachable(String method, String path, BiPredicate<HttpMethod, String> reachable) {
        return METHODS.contains(method) && reachable.test(HttpMethod.valueOf(method.toUpperCase(Locale.ROOT)), path);
    }

    private static Set<String> operationIds(ObjectNode paths) {
        Set<String> ids = new HashSet<>();
        paths.forEach(item ->
                item.forEach(operation -> ids.add(operation.path("operationId").asString(""))));
        return ids;
    }

    private static void makeUnique(ObjectNode operation, Set<String> ids, String prefix) {
        String id = operation.path("operationId").asString("");
        if (id.isEmpty() || ids.add(id)) {
            return;
        }
        operation.put("operationId", prefix + id);
        ids.add(prefix + id);
    }

    /** What a document says for all of its operations it says for each of them: the other documents' may differ. */
    private static void inherit(ObjectNode operation, String property, JsonNode general) {
        if (general instanceof ArrayNode array && !array.isEmpty() && !operation.has(property)) {
            operation.set(property, array.deepCopy());
        }
    }

    private void addTags(ObjectNode own) {
        ArrayNode tags = merged.withArrayProperty("tags");
        Set<String> known = new HashSet<>();
        tags.forEach(tag -> known.add(tag.path("name").asString("")));
        own.path("tags").forEach(tag -> {
            if (known.add(tag.path("name").asString(""))) {
                tags.add(tag);
            }
        });
    }
}
