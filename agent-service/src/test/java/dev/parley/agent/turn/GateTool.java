package dev.parley.agent.turn;

import dev.parley.agent.tool.Tool;
import dev.parley.agent.tool.ToolCard;
import dev.parley.agent.tool.ToolEffect;
import dev.parley.agent.tool.ToolInvocation;
import dev.parley.agent.tool.ToolOutcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Takes its time until it is let through. */
final class GateTool implements Tool<CountingTool.Word> {
    final CountDownLatch gate = new CountDownLatch(1);
    final CountDownLatch entered = new CountDownLatch(1);
    final CountDownLatch toldToStop = new CountDownLatch(1);
    private final String id;

    GateTool(String id) {
        this.id = id;
    }

    @Override
    public ToolCard card() {
        return new ToolCard(id, "Gate", "Waits.", "🚧", ToolEffect.READ, Duration.ofMinutes(1), List.of());
    }

    @Override
    public Class<CountingTool.Word> parameters() {
        return CountingTool.Word.class;
    }

    @Override
    public ToolOutcome run(CountingTool.Word word, ToolInvocation invocation) throws InterruptedException {
        entered.countDown();
        try {
            gate.await();
        } catch (InterruptedException e) {
            toldToStop.countDown();
            throw e;
        }
        return ToolOutcome.of(word, false);
    }
}
