package dev.parley.gateway.upstream;

import io.netty.channel.ChannelOption;
import java.net.URI;
import java.time.Duration;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** Small requests that the gateway makes on its own account: health, metrics, documentation. Their connections are not those of the clients. */
@Component
public final class UpstreamClient implements DisposableBean {

    private static final int CONNECT_TIMEOUT_MS = 500;
    private static final int MAX_CONNECTIONS = 32;

    private final ConnectionProvider connections;
    private final HttpClient client;
    private final Duration timeout;

    UpstreamClient(UpstreamSettings settings) {
        this.connections = ConnectionProvider.builder("probes")
                .maxConnections(MAX_CONNECTIONS)
                .pendingAcquireTimeout(settings.probeTimeout())
                .maxIdleTime(Duration.ofSeconds(10))
                .build();
        this.client = HttpClient.create(connections).option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_TIMEOUT_MS);
        this.timeout = settings.probeTimeout();
    }

    /** Asks with the timeout of a probe; fails when there is no answer in time. */
    public Mono<Answer> get(URI address) {
        return get(address, timeout);
    }

    public Mono<Answer> get(URI address, Duration atMost) {
        return Mono.defer(() -> ask(address, System.nanoTime())).timeout(atMost);
    }

    private Mono<Answer> ask(URI address, long began) {
        return client.get()
                .uri(address)
                .responseSingle((response, content) -> content.asByteArray()
                        .defaultIfEmpty(new byte[0])
                        .map(body -> new Answer(
                                response.status().code(), body, Duration.ofNanos(System.nanoTime() - began))));
    }

    @Override
    public void destroy() {
        connections.dispose();
    }
}
