package dev.parley.gateway.limit;

import static dev.parley.gateway.backing.Client.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.gateway.backing.RunningGateway;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BodyLimitTest extends RunningGateway {

    private static final int LIMIT = 10_000;
    private static final String ENDLESS = "POST /test/x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";

    @Test
    void a_body_up_to_the_limit_passes_whole() {
        HttpResponse<String> announced = client.post("/test/x", "a".repeat(LIMIT));
        HttpResponse<String> chunked = chunked("/test/x", LIMIT);

        assertThat(json(announced).path("bytes").asInt()).isEqualTo(LIMIT);
        assertThat(json(chunked).path("bytes").asInt()).isEqualTo(LIMIT);
        assertThat(json(chunked).path("headers").path("transfer-encoding").asString())
                .isEqualTo("chunked");
    }

    @Test
    void a_body_that_is_announced_too_large_is_refused_unread() {
        HttpResponse<String> answer = client.post("/test/announced", "a".repeat(LIMIT + 1));

        assertRefused(answer);
        assertThat(CHAT.asked()).noneMatch(asked -> asked.endsWith("/test/announced"));
    }

    @Test
    void a_body_that_grows_too_large_is_refused_on_the_way() {
        assertRefused(chunked("/test/grown", LIMIT + 1));
        assertRefused(chunked("/test/grown", LIMIT * 20));
    }

    @Test
    void a_refused_body_that_never_ends_ends_the_connection() throws IOException {
        URI gateway = URI.create(url(""));
        byte[] chunk = ("10000\r\n" + "a".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);

        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.getOutputStream().write(ENDLESS.getBytes(StandardCharsets.US_ASCII));
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 10_000; i++) {
                            socket.getOutputStream().write(chunk);
                        }
                    })
                    .isInstanceOf(SocketException.class);
        }
    }

    @Test
    void a_route_may_have_a_limit_of_its_own() {
        assertThat(client.post("/test/roomy", "a".repeat(20_000)).statusCode()).isEqualTo(200);
        assertRefused(client.post("/test/roomy", "a".repeat(20_001)));
    }

    private HttpResponse<String> chunked(String path, int bytes) {
        return client.send("POST", path, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[bytes])));
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(json(answer).path("code").asString()).isEqualTo("payload_too_large");
        assertThat(json(answer).path("type").asString()).isEqualTo("urn:parley:problem:payload_too_large");
    }
}
