package dev.parley.agent.turn;

import dev.parley.agent.tool.Tool;
import dev.parley.agent.tool.ToolCard;
import dev.parley.agent.tool.ToolEffect;
import dev.parley.agent.tool.ToolInvocation;
import dev.parley.agent.tool.ToolOutcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Tells far too often how far it has come, and then waits in its last stage until it is let through. */
final class StagedTool implements Tool<CountingTool.Word> {
    static final int TELLINGS = 10_000;
    static final String LAST = "waiting";

    final CountDownLatch gate = new CountDownLatch(1);

    @Override
    public ToolCard card() {
        return new ToolCard(
                "staged", "Staged", "Takes steps.", "🪜", ToolEffect.READ, Duration.ofMinutes(1), List.of());
    }

    @Override
    public Class<CountingTool.Word> parameters() {
        return CountingTool.Word.class;
    }

    @Override
    public ToolOutcome run(CountingTool.Word word, ToolInvocation invocation) throws InterruptedException {
        for (int telling = 0; telling < TELLINGS; telling++) {
            invocation.progress("counting to " + telling, (double) telling / TELLINGS);
        }
        invocation.progress(LAST, 7);
        gate.await();
        return ToolOutcome.of(word, false);
    }
}
