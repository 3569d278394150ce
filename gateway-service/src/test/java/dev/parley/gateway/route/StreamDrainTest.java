package dev.parley.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.gateway.backing.FakeService;
import dev.parley.gateway.backing.OwnGateway;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class StreamDrainTest {

    private static final String STREAM = "/api/chat/turns/1/stream";

    @Test
    void open_streams_end_when_the_gateway_is_told_to_stop() throws IOException {
        try (FakeService chat = FakeService.start("chat-service")) {
            chat.on(
                    STREAM,
                    (_, response) -> response.sse()
                            .sendString(Flux.interval(Duration.ofMillis(100)).map(i -> "data: " + i + "\n\n")));
            OwnGateway gateway = OwnGateway.start("CHAT_SERVICE_URL=" + chat.url(), "GATEWAY_STREAM_GRACE=200ms");
            InputStream stream = gateway.client()
                    .send("GET", STREAM, BodyPublishers.noBody(), BodyHandlers.ofInputStream())
                    .body();
            assertThat(stream.readNBytes(7)).asString().isEqualTo("data: 0");

            CompletableFuture<Void> stopped = gateway.stop();

            assertThat(stream.readAllBytes()).asString().endsWith("\n\n");
            await().atMost(Duration.ofSeconds(10)).until(stopped::isDone);
        }
    }
}
