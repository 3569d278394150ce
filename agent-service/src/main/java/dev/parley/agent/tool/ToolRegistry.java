package dev.parley.agent.tool;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The tool beans by their ids. */
@Component
final class ToolRegistry implements Tools {
    /** Of the arguments of a call, in characters: far more than any tool wants to know. */
    private static final int LONGEST_ARGUMENTS = 32_000;

    private static final ToolOutcome.Failure TOO_LONG = new ToolOutcome.Failure(
            "invalid_arguments", "The arguments are too long: give at most " + LONGEST_ARGUMENTS + " characters.");

    private final SortedMap<String, RegisteredTool<?>> tools = new TreeMap<>();
    private final ToolRunner runner;

    ToolRegistry(List<Tool<?>> tools, ArgumentReader arguments, ToolRunner runner) {
        this.runner = runner;
        tools.forEach(tool -> register(RegisteredTool.of(tool, arguments)));
    }

    private void register(RegisteredTool<?> tool) {
        String id = tool.description().toolId();
        if (tools.putIfAbsent(id, tool) != null) {
            throw new IllegalStateException("There are two tools with the id " + id);
        }
    }

    @Override
    public List<ToolDescription> all() {
        return tools.values().stream().map(RegisteredTool::description).toList();
    }

    @Override
    public Optional<ToolDescription> find(String toolId) {
        return Optional.ofNullable(tools.get(toolId)).map(RegisteredTool::description);
    }

    @Override
    public PreparedCall prepare(String toolId, String arguments) {
        String id = Excerpt.of(toolId, RegisteredTool.LONGEST_ID);
        if (arguments.length() > LONGEST_ARGUMENTS) {
            return new ImpossibleCall(id, Map.of(), TOO_LONG);
        }
        RegisteredTool<?> tool = tools.get(id);
        return tool == null
                ? new ImpossibleCall(id, ArgumentReader.lenient(arguments), unknown(id))
                : tool.prepare(arguments, runner);
    }

    private ToolOutcome.Failure unknown(String toolId) {
        String known = tools.isEmpty() ? "There are no tools." : "The tools are: " + String.join(", ", tools.keySet());
        return new ToolOutcome.Failure("unknown_tool", "There is no tool “" + toolId + "”. " + known);
    }
}
