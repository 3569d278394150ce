package dev.parley.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.gateway.backing.RunningGateway;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

/** Browsers open WebSockets to anywhere, from any page: only the server can say no. */
class WebSocketOriginTest extends RunningGateway {
    private static final String SOCKET = "/test/live/origins";
    private static final String SIGNED_IN = "/test/signed-in/origins";
    private static final String REACHED = "GET " + SOCKET;

    @BeforeEach
    void listen() {
        CHAT.asked().clear();
        CHAT.on(
                SOCKET,
                (_, response) -> response.sendWebsocket(
                        (in, out) -> out.sendString(in.receive().asString())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://localhost:3001",
                "https://localhost:3000",
                "http://127.0.0.1",
                "null",
                "http://["
            })
    void a_page_of_another_origin_is_refused_before_a_service_hears_of_it(String origin) {
        assertThat(refusal(SOCKET, 403, origin)).contains("origin_not_allowed", "trace_id");
        assertThat(CHAT.asked()).isEmpty();
    }

    @Test
    void a_strange_page_is_refused_also_where_a_token_is_wanted() {
        assertThat(refusal(SIGNED_IN, 403, "https://evil.example")).contains("origin_not_allowed");
    }

    @Test
    void our_own_pages_and_those_that_are_listed_may() {
        open(SOCKET, url("")).abort();
        open(SOCKET, "http://localhost:3000").abort();

        await().untilAsserted(() -> assertThat(CHAT.asked()).containsExactly(REACHED, REACHED));
    }

    @Test
    void what_is_no_browser_has_no_origin_and_is_asked_for_its_token() {
        open(SOCKET, "").abort();

        await().untilAsserted(() -> assertThat(CHAT.asked()).containsExactly(REACHED));
        assertThat(refusal(SIGNED_IN, 401, "")).contains("credentials_required");
        assertThat(refusal(SIGNED_IN, 401, "http://localhost:3000")).contains("credentials_required");
    }

    private String refusal(String path, int status, String origin) {
        try {
            open(path, origin).abort();
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                assertThat(refused.getResponse().statusCode()).isEqualTo(status);
                return String.valueOf(refused.getResponse().body());
            }
            throw e;
        }
        throw new AssertionError("The WebSocket was opened.");
    }

    private WebSocket open(String path, String origin) {
        HttpClient http = HttpClient.newHttpClient();
        WebSocket.Builder socket = http.newWebSocketBuilder();
        if (!origin.isEmpty()) {
            socket.header(HttpHeaders.ORIGIN, origin);
        }
        return socket.buildAsync(URI.create(url(path).replace("http:", "ws:")), new WebSocket.Listener() {})
                .join();
    }
}
