package dev.parley.gateway.limit;

import static dev.parley.gateway.backing.Client.header;
import static dev.parley.gateway.backing.Client.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.gateway.backing.FakeService;
import dev.parley.gateway.backing.OwnGateway;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class StreamLimitTest {

    private static final String STREAM = "/api/chat/turns/1/stream";
    private static final FakeService CHAT = FakeService.start("chat-service");
    private static final OwnGateway GATEWAY =
            OwnGateway.start("CHAT_SERVICE_URL=" + CHAT.url(), "MAX_STREAMS_PER_CALLER=2", "RATE_LIMIT_PER_MINUTE=0");

    @BeforeAll
    static void streamForEver() {
        CHAT.on(
                STREAM,
                (_, response) -> response.sse()
                        .sendString(Flux.interval(Duration.ofMillis(100)).map(i -> ": " + i + "\n\n")));
    }

    @AfterAll
    static void stop() {
        GATEWAY.close();
        CHAT.close();
    }

    @Test
    void one_more_than_may_be_is_refused_until_another_is_left() throws IOException {
        try (InputStream first = open();
                InputStream second = open()) {
            HttpResponse<String> refused = GATEWAY.client().get(STREAM, "X-Session-Id", "another-session");

            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(json(refused).path("code").asString()).isEqualTo("too_many_streams");
            assertThat(json(refused).path("max_streams").asInt()).isEqualTo(2);
            assertThat(header(refused, "Retry-After")).isEqualTo("5");
            assertThat(GATEWAY.client().get("/api/chat/turns/1").statusCode()).isEqualTo(200);
            assertThat(first.read()).isEqualTo(second.read());
        }

        assertAllIsGivenBack();
    }

    @Test
    void answers_that_end_make_room() {
        for (int i = 0; i < 5; i++) {
            assertThat(GATEWAY.client().post("/api/chat", "{}").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void answers_that_fail_make_room() {
        CHAT.on("/api/chat/turns/2/stream", (request, _) -> {
            FakeService.hangUp(request);
            return Mono.never();
        });

        for (int i = 0; i < 5; i++) {
            assertThat(GATEWAY.client().get("/api/chat/turns/2/stream").statusCode())
                    .isEqualTo(503);
        }
    }

    @Test
    void a_client_that_leaves_before_there_is_an_answer_makes_room() {
        CHAT.on("/api/chat/turns/3/stream", (_, _) -> Mono.never());
        List<HttpClient> leaving = List.of(HttpClient.newHttpClient(), HttpClient.newHttpClient());
        HttpRequest request = HttpRequest.newBuilder(URI.create(GATEWAY.url("/api/chat/turns/3/stream")))
                .build();

        leaving.forEach(client -> {
            var _ = client.sendAsync(request, BodyHandlers.ofString());
        });
        await().until(() -> Collections.frequency(CHAT.asked(), "GET /api/chat/turns/3/stream") == 2);
        assertThat(GATEWAY.client().post("/api/chat", "{}").statusCode()).isEqualTo(429);
        leaving.forEach(HttpClient::shutdownNow);

        assertAllIsGivenBack();
    }

    private static void assertAllIsGivenBack() {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                GATEWAY.client().post("/api/chat", "{}").statusCode())
                        .isEqualTo(200));
    }

    private static InputStream open() {
        HttpResponse<InputStream> answer =
                GATEWAY.client().send("GET", STREAM, BodyPublishers.noBody(), BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}
