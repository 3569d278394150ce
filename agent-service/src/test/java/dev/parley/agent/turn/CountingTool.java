package dev.parley.agent.turn;

import dev.parley.agent.tool.Tool;
import dev.parley.agent.tool.ToolCard;
import dev.parley.agent.tool.ToolEffect;
import dev.parley.agent.tool.ToolInvocation;
import dev.parley.agent.tool.ToolOutcome;
import dev.parley.contracts.id.TurnId;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Counts its calls, by their effect ids. */
final class CountingTool implements Tool<CountingTool.Word> {
    final Queue<String> calls = new ConcurrentLinkedQueue<>();
    private final String id;
    private final ToolEffect effect;
    private final boolean asks;

    CountingTool(String id, ToolEffect effect) {
        this(id, effect, false);
    }

    /** @param asks whether somebody has to agree to each call */
    CountingTool(String id, ToolEffect effect, boolean asks) {
        this.id = id;
        this.effect = effect;
        this.asks = asks;
    }

    /** How often it has had its effect for a turn. */
    long effects(TurnId turn) {
        return calls.stream().filter(call -> call.startsWith(turn.toString())).count();
    }

    record Word(String word) {}

    record Count(String word, int length) {}

    @Override
    public ToolCard card() {
        var card = new ToolCard(
                id, "Counting", "Counts the letters of a word.", "🔢", effect, Duration.ofSeconds(5), List.of());
        return asks ? card.requiringApproval() : card;
    }

    @Override
    public Class<Word> parameters() {
        return Word.class;
    }

    @Override
    public ToolOutcome run(Word word, ToolInvocation invocation) {
        calls.add(invocation.toolCallId());
        return ToolOutcome.of(new Count(word.word(), word.word().length()), false);
    }
}
