package dev.parley.platform.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestConstructor;

/** Requests that no client library would send. */
@HttpTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class ContainerRefusalsTest {
    private final Calls calls;

    ContainerRefusalsTest(Calls calls) {
        this.calls = calls;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /things%00 HTTP/1.1\r\nHost: a\r\n",
                "GET /things%zz HTTP/1.1\r\nHost: a\r\n",
                "GET /a[b HTTP/1.1\r\nHost: a\r\n",
                "GET /things?limit=%zz HTTP/1.1\r\nHost: a\r\n",
                "GET /things HTTP/1.1\r\n",
                "POST /things HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n"
            })
    void what_is_no_proper_http_is_a_problem_too(String request) throws IOException {
        String answer = exchange(request + "Connection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json", "\"malformed_request\"");
        assertThat(answer).contains("X-Request-Id: ", "\"trace_id\"");
        assertThat(answer).doesNotContain("<html", "Tomcat");
    }

    private String exchange(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), calls.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
