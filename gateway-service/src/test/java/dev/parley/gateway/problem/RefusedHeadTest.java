package dev.parley.gateway.problem;

import static dev.parley.gateway.backing.Client.header;
import static dev.parley.gateway.backing.Client.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.gateway.backing.RunningGateway;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RefusedHeadTest extends RunningGateway {

    @Test
    void headers_that_are_too_large_are_a_problem() {
        assertProblem(client.get("/test/x", "X-Much", "a".repeat(20_000)), 431, "headers_too_large");
    }

    @Test
    void a_path_that_is_too_long_is_a_problem() {
        assertProblem(client.get("/test/" + "a".repeat(20_000)), 414, "uri_too_long");
    }

    @Test
    void what_is_no_http_is_a_problem() throws IOException {
        URI gateway = URI.create(url(""));
        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.getOutputStream().write("hello you\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(answer).startsWith("HTTP/1.1 400 ").contains("malformed_request");
        }
    }

    @Test
    void the_request_after_a_good_one_is_told_as_well() {
        assertThat(client.get("/test/x").statusCode()).isEqualTo(200);

        assertProblem(client.get("/test/x", "X-Much", "a".repeat(20_000)), 431, "headers_too_large");
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(header(answer, "X-Request-Id")).isNotBlank();
        assertThat(json(answer).path("code").asString()).isEqualTo(code);
        assertThat(json(answer).path("status").asInt()).isEqualTo(status);
    }
}
