package dev.parley.gateway.docs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds the components of a document that have the name of another one already merged, and names them anew. */
final class Clashes {

    private Clashes() {}

    /**
     * New references for old ones. A component that looks the same and refers to the same is shared; one that refers to a renamed component is no
     * longer the same, and is renamed too.
     */
    static Map<String, String> between(ObjectNode merged, ObjectNode added, String prefix) {
        Map<String, JsonNode> known = byReference(merged);
        Map<String, JsonNode> own = byReference(added);
        Set<String> clashing = new HashSet<>();
        own.forEach((reference, component) -> {
            JsonNode other = known.get(reference);
            if (other != null && !other.equals(component)) {
                clashing.add(reference);
            }
        });
        spread(clashing, own, known.keySet());
        Map<String, String> renamed = new LinkedHashMap<>();
        clashing.forEach(reference -> renamed.put(reference, newName(reference, prefix, known, own)));
        return renamed;
    }

    private static void spread(Set<String> clashing, Map<String, JsonNode> own, Set<String> known) {
        List<String> more = new ArrayList<>();
        do {
            more.clear();
            own.forEach((reference, component) -> {
                if (known.contains(reference)
                        && !clashing.contains(reference)
                        && References.in(component).stream().anyMatch(clashing::contains)) {
                    more.add(reference);
                }
            });
            clashing.addAll(more);
        } while (!more.isEmpty());
    }

    private static String newName(
            String reference, String prefix, Map<String, JsonNode> known, Map<String, JsonNode> own) {
        int name = reference.lastIndexOf('/') + 1;
        String candidate = reference.substring(0, name) + prefix + reference.substring(name);
        while (known.containsKey(candidate) || own.containsKey(candidate)) {
            candidate = candidate + "_";
        }
        return candidate;
    }

    private static Map<String, JsonNode> byReference(ObjectNode document) {
        Map<String, JsonNode> components = new LinkedHashMap<>();
        document.path("components")
                .forEachEntry((section, named) -> named.forEachEntry(
                        (name, component) -> components.put("#/components/" + section + "/" + name, component)));
        return components;
    }
}
