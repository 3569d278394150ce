package dev.parley.gateway.route;

import static dev.parley.gateway.backing.Client.header;
import static dev.parley.gateway.backing.Client.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.gateway.backing.FakeService;
import dev.parley.gateway.backing.OwnGateway;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class FullPoolTest {

    @Test
    void who_gets_no_connection_is_told_to_come_again() throws IOException {
        try (FakeService chat = FakeService.start("chat-service");
                OwnGateway gateway = OwnGateway.start(
                        "CHAT_SERVICE_URL=" + chat.url(),
                        "GATEWAY_MAX_CONNECTIONS=1",
                        "GATEWAY_ACQUIRE_TIMEOUT_MS=300")) {
            chat.on(
                    "/api/chat",
                    (_, response) ->
                            response.sse().sendString(Flux.just("data: one\n\n").concatWith(Flux.never())));

            try (InputStream stream = gateway.client()
                    .send("POST", "/api/chat", BodyPublishers.noBody(), BodyHandlers.ofInputStream())
                    .body()) {
                assertThat(stream.read()).isEqualTo('d');
                assertUnavailable(gateway.client().get("/api/chat/turns/1"));
                assertUnavailable(gateway.client().post("/api/chat", "{}"));
            }
        }
    }

    private static void assertUnavailable(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(header(answer, "Retry-After")).isEqualTo("2");
        assertThat(json(answer).path("code").asString()).isEqualTo("dependency_unavailable");
    }
}
