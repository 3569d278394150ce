package dev.parley.agent.turn;

import dev.parley.agent.tool.Tool;
import dev.parley.agent.tool.ToolCard;
import dev.parley.agent.tool.ToolEffect;
import dev.parley.agent.tool.ToolInvocation;
import dev.parley.agent.tool.ToolOutcome;
import java.time.Duration;
import java.util.List;

/** Throws what nobody expects, perhaps after it had its effect. */
record BrokenTool(String id, ToolEffect effect) implements Tool<CountingTool.Word> {
    @Override
    public ToolCard card() {
        return new ToolCard(id, "Broken", "Breaks.", "💥", effect, Duration.ofSeconds(5), List.of());
    }

    @Override
    public Class<CountingTool.Word> parameters() {
        return CountingTool.Word.class;
    }

    @Override
    public ToolOutcome run(CountingTool.Word word, ToolInvocation invocation) {
        throw new IllegalStateException("connection reset");
    }
}
