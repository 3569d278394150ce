package dev.parley.agent.tool;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The tool beans, and what sources offer, by their ids. A bean's id is nobody else's. */
@Component
final class ToolRegistry implements Tools {
    private static final Logger log = LoggerFactory.getLogger(ToolRegistry.class);

    /** Of the arguments of a call, in characters: far more than any tool wants to know. */
    private static final int LONGEST_ARGUMENTS = 32_000;

    private static final ToolOutcome.Failure TOO_LONG = new ToolOutcome.Failure(
            "invalid_arguments", "The arguments are too long: give at most " + LONGEST_ARGUMENTS + " characters.");

    private final SortedMap<String, Registered> beans = new TreeMap<>();
    private final List<ToolSource> sources;
    private final ToolRunner runner;
    private volatile SortedMap<String, Registered> tools;

    ToolRegistry(List<Tool<?>> tools, List<ToolSource> sources, ArgumentReader arguments, ToolRunner runner) {
        this.runner = runner;
        this.sources = List.copyOf(sources);
        tools.forEach(tool -> register(RegisteredTool.of(tool, arguments)));
        this.tools = withSources();
    }

    private void register(RegisteredTool<?> tool) {
        String id = tool.description().toolId();
        if (beans.putIfAbsent(id, tool) != null) {
            throw new IllegalStateException("There are two tools with the id " + id);
        }
    }

    @EventListener(SourceChanged.class)
    synchronized ToolsChanged refresh() {
        tools = withSources();
        return new ToolsChanged();
    }

    private SortedMap<String, Registered> withSources() {
        SortedMap<String, Registered> all = new TreeMap<>(beans);
        sources.forEach(source -> source.tools().forEach(tool -> add(tool, all)));
        return all;
    }

    /** What others offer is no reason to stop: it may change at any time. */
    private static void add(SchemaTool tool, SortedMap<String, Registered> all) {
        String id = tool.description().toolId();
        try {
            if (all.putIfAbsent(id, RegisteredSchemaTool.of(tool)) != null) {
                log.atWarn().addKeyValue("tool", id).log("A tool is left out: there is another one with its id");
            }
        } catch (IllegalArgumentException unusable) {
            log.atWarn().addKeyValue("tool", id).setCause(unusable).log("A tool is left out: it cannot be described");
        }
    }

    @Override
    public List<ToolDescription> all() {
        return tools.values().stream().map(Registered::description).toList();
    }

    @Override
    public Optional<ToolDescription> find(String toolId) {
        return Optional.ofNullable(tools.get(toolId)).map(Registered::description);
    }

    @Override
    public PreparedCall prepare(String toolId, String arguments) {
        String id = Excerpt.of(toolId, RegisteredTool.LONGEST_ID);
        if (arguments.length() > LONGEST_ARGUMENTS) {
            return new ImpossibleCall(id, Map.of(), TOO_LONG);
        }
        Registered tool = tools.get(id);
        return tool == null
                ? new ImpossibleCall(id, ArgumentReader.lenient(arguments), unknown(id), false)
                : tool.prepare(arguments, runner);
    }

    private ToolOutcome.Failure unknown(String toolId) {
        String known = tools.isEmpty() ? "There are no tools." : "The tools are: " + String.join(", ", tools.keySet());
        return new ToolOutcome.Failure("unknown_tool", "There is no tool “" + toolId + "”. " + known);
    }
}
