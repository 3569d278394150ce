package dev.parley.agent.turn;

import dev.parley.agent.tool.SchemaTool;
import dev.parley.agent.tool.SourceChanged;
import dev.parley.agent.tool.ToolDescription;
import dev.parley.agent.tool.ToolEffect;
import dev.parley.agent.tool.ToolInvocation;
import dev.parley.agent.tool.ToolOutcome;
import dev.parley.agent.tool.ToolSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/** A tool that comes and goes, and that somebody has to agree to. */
final class ComingTools implements ToolSource, SchemaTool {
    final Queue<String> calls = new ConcurrentLinkedQueue<>();
    private final ApplicationEventPublisher events;
    private volatile boolean here = true;

    ComingTools(ApplicationEventPublisher events) {
        this.events = events;
    }

    void come() {
        here = true;
        events.publishEvent(new SourceChanged());
    }

    void go() {
        here = false;
        events.publishEvent(new SourceChanged());
    }

    @Override
    public List<SchemaTool> tools() {
        return here ? List.of(this) : List.of();
    }

    @Override
    public ToolDescription description() {
        return new ToolDescription(
                "coming",
                "Coming",
                "Comes and goes.",
                "🚶",
                Map.of("type", "object", "properties", Map.of("word", Map.of("type", "string"))),
                true,
                ToolEffect.WRITE,
                Duration.ofSeconds(5),
                List.of());
    }

    @Override
    public ToolOutcome run(Map<String, @Nullable Object> arguments, ToolInvocation invocation) {
        calls.add(invocation.toolCallId());
        return new ToolOutcome.Success(Map.of("came", true), false);
    }
}
