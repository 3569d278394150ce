package dev.parley.agent.turn;

import dev.parley.agent.model.ToolRequest;
import dev.parley.contracts.id.TurnId;
import dev.parley.contracts.turn.ToolCallRecord;
import dev.parley.platform.messaging.WireJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/** The calls that a client has to make: they end its turn, and nothing of them runs here. */
final class ClientCalls {
    /** Of the arguments of all calls, in characters: they go into one record of the log, with the answer's text. */
    private static final int LONGEST = 300_000;

    private static final TypeReference<Map<String, @Nullable Object>> OBJECT = new TypeReference<>() {};

    private ClientCalls() {}

    static boolean fit(List<ToolRequest> requests) {
        return requests.size() <= CallStep.MOST_CALLS
                && requests.stream().mapToInt(it -> it.arguments().length()).sum() <= LONGEST;
    }

    static List<ToolCallRecord> of(TurnId turn, int step, List<ToolRequest> requests) {
        List<ToolCallRecord> calls = new ArrayList<>();
        for (ToolRequest request : requests) {
            String id = TaskId.whole(turn).call(step, calls.size()).toString();
            calls.add(new ToolCallRecord(
                    id, request.toolId(), arguments(request.arguments()), null, null, null, false, 0));
        }
        return calls;
    }

    /** None, when the model wrote something else than a JSON object: the client's own check says so better. */
    private static Map<String, @Nullable Object> arguments(String text) {
        try {
            JsonNode json = WireJson.mapper().readTree(text.isBlank() ? "{}" : text);
            return json.isObject() ? WireJson.mapper().convertValue(json, OBJECT) : Map.of();
        } catch (JacksonException noJson) {
            return Map.of();
        }
    }
}
