package dev.parley.agent.turn;

import dev.parley.agent.tool.Tool;
import dev.parley.agent.tool.ToolCard;
import dev.parley.agent.tool.ToolEffect;
import dev.parley.agent.tool.ToolInvocation;
import dev.parley.agent.tool.ToolOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Says its answer itself, piece by piece, and must not be run twice. */
final class SpeakingTool implements Tool<CountingTool.Word> {
    final Queue<String> calls = new ConcurrentLinkedQueue<>();

    @Override
    public ToolCard card() {
        return new ToolCard(
                "speaking", "Speaking", "Speaks.", "🗣", ToolEffect.WRITE, Duration.ofSeconds(5), List.of());
    }

    @Override
    public Class<CountingTool.Word> parameters() {
        return CountingTool.Word.class;
    }

    @Override
    public ToolOutcome run(CountingTool.Word word, ToolInvocation invocation) {
        calls.add(invocation.toolCallId());
        invocation.say("One ");
        invocation.say("two.");
        return ToolOutcome.said();
    }
}
