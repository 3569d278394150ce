package dev.parley.agent.turn;

import dev.parley.agent.assistant.Assistant;
import dev.parley.agent.tool.PreparedCall;
import dev.parley.agent.tool.ToolDescription;
import dev.parley.agent.tool.ToolEffect;
import dev.parley.agent.tool.ToolInvocation;
import dev.parley.agent.tool.ToolOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call that hands a part of a turn to another assistant. What it does is journaled in its own steps, so it is gone on with. */
record Handover(String toolId, Assistant to, Map<String, @Nullable Object> arguments) implements PreparedCall {
    private static final String TASK = "task";
    private static final int LONGEST_TASK = 16_000;
    private static final ToolOutcome NOT_HERE =
            new ToolOutcome.Failure("not_here", "A task can be handed over within a turn only.");

    static String toolId(Assistant to) {
        return "hand_to_" + to.id();
    }

    static ToolDescription describe(Assistant to) {
        Map<String, Object> task = Map.of(
                "type",
                "string",
                "minLength",
                1,
                "maxLength",
                LONGEST_TASK,
                "description",
                "What to do, with all that has to be known for it: nothing else of the conversation is read");
        return new ToolDescription(
                toolId(to),
                "Hand to " + to.name(),
                "Hands a task to another assistant and gets its report. " + to.description(),
                "🤝",
                Map.of("type", "object", "properties", Map.of(TASK, task), "required", List.of(TASK)),
                false,
                ToolEffect.READ,
                Duration.ZERO,
                to.examples());
    }

    String task() {
        return String.valueOf(arguments.get(TASK));
    }

    @Override
    public ToolEffect effect() {
        return ToolEffect.READ;
    }

    @Override
    public boolean approvalRequired() {
        return false;
    }

    @Override
    public ToolOutcome run(ToolInvocation invocation) {
        return NOT_HERE;
    }
}
