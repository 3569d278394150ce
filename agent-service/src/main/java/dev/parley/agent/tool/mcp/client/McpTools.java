package dev.parley.agent.tool.mcp.client;

import dev.parley.agent.tool.SchemaTool;
import dev.parley.agent.tool.SourceChanged;
import dev.parley.agent.tool.ToolSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.modelcontextprotocol.json.McpJsonMapper;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.stereotype.Component;

/** The tools of all servers of {@code MCP_SERVERS}. The service starts without them; they come when their server does. */
@Component
final class McpTools implements ToolSource, AutoCloseable {
    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(30);

    private final List<McpWatch> watches;

    McpTools(
            ConfigurableEnvironment environment,
            McpJsonMapper json,
            ApplicationEventPublisher events,
            MeterRegistry meters) {
        this.watches = McpServerEntry.all(configured(environment), environment::getProperty).stream()
                .map(server ->
                        new McpWatch(server, json, BETWEEN_QUESTIONS, () -> events.publishEvent(new SourceChanged())))
                .toList();
        watches.forEach(watch -> Gauge.builder("parley.mcp.server.up", watch, it -> it.isUp() ? 1 : 0)
                .description("Whether a server of MCP_SERVERS is there")
                .tag("server", watch.name())
                .register(meters));
    }

    /** As it was written: bound to a record, what its references name would be put into its JSON. */
    private static String configured(ConfigurableEnvironment environment) {
        return environment.getPropertySources().stream()
                .map(source -> source.getProperty(McpServerEntry.VARIABLE))
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .findFirst()
                .orElse("");
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        watches.forEach(McpWatch::start);
    }

    @Override
    public List<SchemaTool> tools() {
        return watches.stream().flatMap(watch -> watch.tools().stream()).toList();
    }

    @Override
    public void close() {
        watches.forEach(McpWatch::close);
    }
}
