package dev.parley.agent.knowledge;

import dev.parley.platform.messaging.WireJson;
import java.util.List;
import java.util.UUID;

/**
 * What was found in documents, as a model reads it: the result of a search, in JSON, so that nothing in it can be taken for
 * anything else.
 *
 * @param about what the reader has to know of it
 */
public record Findings(String about, List<Finding> passages) {
    /** As what the search is shown to a model. It is made before it is asked, so no model can ask for it. */
    public static final String TOOL = "search_documents";

    /** A passage, without what only clients want to know. */
    public record Finding(UUID documentId, String title, int chunk, String text) {}

    public static Findings of(String about, List<Passage> passages) {
        return new Findings(
                about,
                passages.stream()
                        .map(it -> new Finding(it.document(), it.title(), it.chunk(), it.text()))
                        .toList());
    }

    public static Findings read(String json) {
        return WireJson.mapper().readValue(json, Findings.class);
    }

    public String json() {
        return WireJson.mapper().writeValueAsString(this);
    }
}
