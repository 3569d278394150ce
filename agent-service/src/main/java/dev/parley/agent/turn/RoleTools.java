package dev.parley.agent.turn;

import dev.parley.agent.assistant.Assistant;
import dev.parley.agent.tool.PreparedCall;
import dev.parley.agent.tool.SchemaArguments;
import dev.parley.agent.tool.ToolDescription;
import dev.parley.agent.tool.Tools;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What an assistant may call: its tools, and those that it may hand a task to. */
final class RoleTools implements Tools {
    private final Tools every;
    private final Predicate<ToolDescription> allowed;
    private final Map<String, Assistant> others = new LinkedHashMap<>();

    RoleTools(Tools every, Predicate<ToolDescription> allowed, List<Assistant> others) {
        this.every = every;
        this.allowed = allowed;
        others.forEach(other -> this.others.put(Handover.toolId(other), other));
    }

    @Override
    public List<ToolDescription> all() {
        return Stream.concat(
                        every.all().stream().filter(allowed),
                        others.values().stream().map(Handover::describe))
                .toList();
    }

    @Override
    public Optional<ToolDescription> find(String toolId) {
        Assistant other = others.get(toolId);
        return other == null ? every.find(toolId).filter(allowed) : Optional.of(Handover.describe(other));
    }

    @Override
    public PreparedCall prepare(String toolId, String arguments) {
        Assistant other = others.get(toolId);
        if (other != null) {
            return handover(toolId, other, arguments);
        }
        boolean forbidden = every.find(toolId).filter(allowed.negate()).isPresent();
        return forbidden
                ? PreparedCall.unknown(toolId, "This assistant has no tool “" + toolId + "”.")
                : every.prepare(toolId, arguments);
    }

    private static PreparedCall handover(String toolId, Assistant to, String arguments) {
        var read = SchemaArguments.of(Handover.describe(to).parameters()).read(arguments);
        return read.problem() == null
                ? new Handover(toolId, to, read.arguments())
                : PreparedCall.invalid(toolId, read.arguments(), read.problem());
    }
}
