package dev.parley.chat.openai;

import dev.parley.contracts.turn.ClientTool;
import dev.parley.contracts.turn.ToolOffer;
import dev.parley.platform.problem.ProblemException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads which tools a model may ask for. Who sends none of its own gets ours. */
final class FunctionOffer {
    private static final Map<String, @Nullable Object> NO_PARAMETERS = Map.of("type", "object", "properties", Map.of());

    private FunctionOffer() {}

    static ClientTool tool(
            @Nullable String name, @Nullable String description, @Nullable Map<String, @Nullable Object> parameters) {
        return new ClientTool(
                String.valueOf(name),
                description == null ? "" : description,
                parameters == null ? NO_PARAMETERS : parameters);
    }

    /**
     * @param choice as the client wrote it
     * @throws ProblemException for a choice that there is not
     */
    static ToolOffer of(List<ClientTool> tools, @Nullable JsonNode choice) {
        if (tools.stream().map(ClientTool::toolId).distinct().count() < tools.size()) {
            throw ProblemException.invalidField("tools", "must have different names");
        }
        if (choice == null || choice.isNull()) {
            return offer(tools, false, null);
        }
        return choice.isString() ? named(tools, choice.asString()) : only(tools, choice);
    }

    private static ToolOffer named(List<ClientTool> tools, String choice) {
        return switch (choice) {
            case "none" -> new ToolOffer(List.of(), false, false, null);
            case "auto" -> offer(tools, false, null);
            case "required" -> offer(tools, true, null);
            default -> throw Unsupported.value("tool_choice", "must be none, auto, required or a function");
        };
    }

    private static ToolOffer only(List<ClientTool> tools, JsonNode choice) {
        Unsupported.require(
                choice.path("type").asString("").equals("function"),
                "tool_choice",
                "must be none, auto, required or a function");
        // Responses name the function beside the type.
        JsonNode function = choice.has("function") ? choice.path("function") : choice;
        String name = function.path("name").asString("");
        if (tools.stream().noneMatch(tool -> tool.toolId().equals(name))) {
            throw ProblemException.invalidField("tool_choice", "must name one of the tools");
        }
        return offer(tools, true, name);
    }

    private static ToolOffer offer(List<ClientTool> tools, boolean required, @Nullable String name) {
        if (required && tools.isEmpty()) {
            throw ProblemException.invalidField("tool_choice", "must not be required where there are no tools");
        }
        return new ToolOffer(tools, tools.isEmpty(), required, name);
    }
}
