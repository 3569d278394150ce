package dev.parley.chat.openai;

import dev.parley.chat.turn.Turn;
import dev.parley.platform.messaging.WireJson;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** What a request for a response said, and its answers say again. */
record ResponseNote(
        boolean background,
        boolean parallelToolCalls,
        @Nullable String previousResponseId,
        @Nullable Double topP,
        @Nullable JsonNode toolChoice,
        @Nullable Map<String, String> metadata) {
    private static final ResponseNote NOTHING = new ResponseNote(false, true, null, null, null, null);

    static ResponseNote of(ResponseRequest request) {
        return new ResponseNote(
                request.runsInBackground(),
                !Boolean.FALSE.equals(request.parallelToolCalls()),
                request.previousResponseId(),
                request.topP(),
                request.toolChoice(),
                request.metadata());
    }

    /** Of a turn that was asked for otherwise, nothing. */
    static ResponseNote of(Turn turn) {
        return turn.note() == null ? NOTHING : WireJson.mapper().readValue(turn.note(), ResponseNote.class);
    }

    JsonNode choice() {
        return toolChoice == null || toolChoice.isNull() ? StringNode.valueOf("auto") : toolChoice;
    }

    Map<String, String> labels() {
        return metadata == null ? Map.of() : metadata;
    }

    String json() {
        return WireJson.mapper().writeValueAsString(this);
    }
}
