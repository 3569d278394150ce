package dev.parley.agent.model.remote;

import dev.parley.agent.embedding.Embedder;
import dev.parley.agent.embedding.EmbedderSource;
import dev.parley.platform.settings.Stage;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** {@code NAME:MODEL} of all servers that speak as OpenAI does. */
@Component
final class RemoteEmbedders implements EmbedderSource, AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();
    private final Map<String, Endpoint> endpoints;
    private final Map<String, Embedder> known = new ConcurrentHashMap<>();

    RemoteEmbedders(RemoteSettings settings, Environment environment) {
        this.endpoints = settings.endpoints(Stage.of(environment)).stream()
                .filter(it -> it.dialect() instanceof OpenAiDialect)
                .collect(Collectors.toUnmodifiableMap(Endpoint::name, Function.identity()));
    }

    @Override
    public Optional<Embedder> find(String model) {
        String[] name = model.split(":", 2);
        Endpoint endpoint = endpoints.get(name[0]);
        return endpoint == null || name.length < 2 || name[1].isBlank()
                ? Optional.empty()
                : Optional.of(known.computeIfAbsent(model, it -> new RemoteEmbedder(it, name[1], endpoint, http)));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
