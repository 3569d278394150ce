package dev.parley.gateway;

import static dev.parley.gateway.backing.Client.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.gateway.backing.Client;
import dev.parley.gateway.backing.FakeService;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Flux;

class ProductionTest {

    @Test
    void production_tells_browsers_to_stay_on_https_and_hides_what_it_is_told_to() {
        try (ConfigurableApplicationContext gateway = start("--PROMETHEUS_ENABLED=false")) {
            Client client = client(gateway);

            assertThat(header(client.get("/health"), "Strict-Transport-Security")).startsWith("max-age=");
            assertThat(client.get("/metrics").statusCode()).isEqualTo(404);
            assertThat(client.get("/health", "Origin", "http://localhost:3000").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void production_refuses_to_let_every_site_in() {
        assertThatThrownBy(() -> start("--CORS_ORIGINS=*")).hasStackTraceContaining("CORS_ORIGINS=* is not accepted");
    }

    @Test
    void open_streams_end_when_the_gateway_is_told_to_stop() throws IOException {
        try (FakeService chat = FakeService.start("chat-service")) {
            chat.on("/api/chat/turns/1/stream", (_, response) -> response.sse()
                    .sendString(Flux.interval(Duration.ofMillis(100)).map(i -> "data: " + i + "\n\n")));
            ConfigurableApplicationContext gateway = start("--CHAT_SERVICE_URL=" + chat.url(), "--STREAM_GRACE=200ms");
            InputStream stream = client(gateway)
                    .send("GET", "/api/chat/turns/1/stream", BodyPublishers.noBody(), BodyHandlers.ofInputStream())
                    .body();
            assertThat(stream.readNBytes(7)).asString().isEqualTo("data: 0");

            CompletableFuture<Void> stopped = CompletableFuture.runAsync(gateway::close);

            assertThat(stream.readAllBytes()).asString().endsWith("\n\n");
            await().atMost(Duration.ofSeconds(10)).until(stopped::isDone);
        }
    }

    private static ConfigurableApplicationContext start(String... arguments) {
        return new SpringApplicationBuilder(GatewayService.class)
                .properties("server.port=0", "management.server.port=0", "ENVIRONMENT=production")
                .run(arguments);
    }

    private static Client client(ConfigurableApplicationContext gateway) {
        return new Client(gateway.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }
}
