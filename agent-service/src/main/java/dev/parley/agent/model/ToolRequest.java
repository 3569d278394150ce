package dev.parley.agent.model;

/**
 * A model wants a tool to run.
 *
 * @param id names the request towards the model: never blank, one of its kind in its reply, at most 40 characters. It is
 *     the model's invention and no effect id
 * @param toolId as the model wrote it: perhaps there is no such tool
 * @param arguments as the model wrote them: a JSON object, unless the model made a mistake
 */
public record ToolRequest(String id, String toolId, String arguments) {
    ToolRequest clean() {
        return new ToolRequest(CleanText.clean(id), CleanText.clean(toolId), CleanText.clean(arguments));
    }
}
