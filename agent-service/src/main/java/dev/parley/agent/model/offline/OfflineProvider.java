package dev.parley.agent.model.offline;

import dev.parley.agent.model.ModelTimer;
import dev.parley.agent.model.Models;
import dev.parley.agent.model.Provider;
import dev.parley.agent.model.ProviderGroup;
import dev.parley.agent.model.Streaming;
import dev.parley.agent.tool.ToolDescription;
import dev.parley.agent.tool.Tools;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** {@code offline}: the default where no provider has a key. */
@Component
@Order(100)
final class OfflineProvider implements Provider, ProviderGroup, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(OfflineProvider.class);
    private static final String NAME = "offline";

    /** Thinking is computing: more threads than processors would only wait for each other. */
    private final ExecutorService thinking = Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().name("offline-", 0).daemon().factory());

    private final OfflineMind mind;
    private final OfflineStreaming streaming;

    OfflineProvider(Embeddings embeddings, OfflineSettings settings, ModelTimer timer) {
        this.mind = OfflineMind.create(embeddings);
        this.streaming = new OfflineStreaming(mind, Duration.ofMillis(settings.offlineTokenGapMs()), thinking, timer);
    }

    @Override
    public String offer() {
        return NAME;
    }

    @Override
    public List<Provider> providers() {
        return List.of(this);
    }

    @Override
    public Optional<String> usualModel() {
        return Optional.of(NAME);
    }

    @Override
    public Streaming open(String name) {
        return streaming;
    }

    /** In the background: a service is ready before its embeddings are, and the first answer waits for them if it must. */
    @EventListener
    void warm(ApplicationStartedEvent started) {
        var context = started.getApplicationContext();
        if (context.getBean(Models.class).defaultName().equals(NAME)) {
            thinking.execute(() -> warm(context.getBean(Tools.class).all()));
        }
    }

    private void warm(List<ToolDescription> tools) {
        try {
            mind.warm(tools);
        } catch (RuntimeException | LinkageError e) {
            log.atWarn().setCause(e).log("The offline model cannot be loaded: it will fail when it is asked");
        }
    }

    @Override
    public void close() {
        thinking.shutdownNow();
    }
}
