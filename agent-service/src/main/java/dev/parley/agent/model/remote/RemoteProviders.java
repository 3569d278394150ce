package dev.parley.agent.model.remote;

import dev.parley.agent.model.Provider;
import dev.parley.agent.model.ProviderGroup;
import dev.parley.platform.settings.Stage;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** All that are configured, in the order in which the first of them is the default. */
@Component
@Order(1)
@EnableConfigurationProperties(RemoteSettings.class)
final class RemoteProviders implements ProviderGroup, AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final HttpClient http;
    private final List<Provider> all;

    RemoteProviders(RemoteSettings settings, Environment environment) {
        // HTTP/2 would put all streams on one connection, where one slow reader holds up the rest. What comes in is
        // read on the client's own thread, which then is the only one to wake for it. It also sends what it has read:
        // that waits for a log that takes nothing, for the few seconds in which a send fails, and for nothing else.
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .executor(Runnable::run)
                .build();
        this.all = settings.endpoints(Stage.of(environment)).stream()
                .<Provider>map(endpoint -> new RemoteProvider(endpoint, http))
                .toList();
    }

    @Override
    public List<Provider> providers() {
        return all;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
