package dev.parley.agent.turn;

import dev.parley.agent.tool.Tool;
import dev.parley.agent.tool.ToolCard;
import dev.parley.agent.tool.ToolEffect;
import dev.parley.agent.tool.ToolInvocation;
import dev.parley.agent.tool.ToolOutcome;
import java.time.Duration;
import java.util.List;

/** Has a result larger than any record may be. */
final class LargeTool implements Tool<CountingTool.Word> {
    record Large(String text) {}

    @Override
    public ToolCard card() {
        return new ToolCard("large", "Large", "Says much.", "🐘", ToolEffect.READ, Duration.ofSeconds(5), List.of());
    }

    @Override
    public Class<CountingTool.Word> parameters() {
        return CountingTool.Word.class;
    }

    @Override
    public ToolOutcome run(CountingTool.Word word, ToolInvocation invocation) {
        return ToolOutcome.of(new Large("large ".repeat(1_000_000)), false);
    }
}
