package dev.parley.agent.turn;

import dev.parley.agent.model.ToolRequest;
import dev.parley.agent.tool.ToolDescription;
import dev.parley.agent.tool.ToolEffect;
import dev.parley.agent.tool.Tools;
import dev.parley.contracts.turn.ClientContext;
import dev.parley.contracts.turn.ClientTool;
import dev.parley.contracts.turn.RequestTurn;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tools that a turn's model may ask for: ours, or those that the client runs.
 *
 * @param atClient whether the client runs them
 * @param required whether the first step has to ask for one
 * @param requiredTool for which; absent: the model chooses
 */
record Offer(
        List<ToolDescription> tools,
        boolean atClient,
        boolean required,
        @Nullable String requiredTool) {

    static Offer of(RequestTurn request, Tools ours) {
        ClientContext context = request.context();
        if (context == null) {
            return new Offer(ours.all(), false, request.toolId() != null, request.toolId());
        }
        var wanted = context.tools();
        // Their protocols have no words for asking a person.
        List<ToolDescription> tools = wanted.own()
                ? ours.all().stream().filter(tool -> !tool.approvalRequired()).toList()
                : wanted.client().stream().map(Offer::describe).toList();
        return new Offer(tools, !wanted.own(), wanted.required(), wanted.requiredTool());
    }

    /** Those among the requests that somebody can answer; a client knows no tool but its own. */
    List<ToolRequest> known(List<ToolRequest> requests) {
        return requests.stream()
                .filter(request -> tools.stream().anyMatch(tool -> tool.toolId().equals(request.toolId())))
                .toList();
    }

    private static ToolDescription describe(ClientTool tool) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        tool.parameters().forEach((keyword, value) -> {
            if (value != null) {
                parameters.put(keyword, value);
            }
        });
        return new ToolDescription(
                tool.toolId(),
                tool.toolId(),
                tool.description(),
                "",
                parameters,
                false,
                ToolEffect.WRITE,
                Duration.ZERO,
                List.of());
    }
}
