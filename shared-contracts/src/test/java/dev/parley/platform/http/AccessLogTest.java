package dev.parley.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.test.context.TestConstructor;

@HttpTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class AccessLogTest {
    private static final Logger ACCESS = (Logger) LoggerFactory.getLogger("dev.parley.access");

    /** The log is written when an answer is over, which its reader may notice first. */
    private static final class Lines extends AppenderBase<ILoggingEvent> {
        private final Queue<ILoggingEvent> events = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            events.add(event);
        }
    }

    private final Calls calls;
    private final Lines lines = new Lines();

    AccessLogTest(Calls calls) {
        this.calls = calls;
    }

    @BeforeEach
    void listen() {
        lines.start();
        ACCESS.addAppender(lines);
    }

    @AfterEach
    void stop() {
        ACCESS.detachAppender(lines);
    }

    @Test
    void a_request_is_one_line_with_its_route_and_without_its_secrets() {
        calls.get("/things/01890a5d-ac96-774b-bcce-b302099a8057?session_id=very-secret", "X-Request-Id", "r1");

        Map<String, Object> line = line();
        assertThat(line)
                .containsEntry("method", "GET")
                .containsEntry("route", "/things/{id}")
                .containsEntry("status", 200)
                .containsEntry("caller", "session")
                .containsEntry("request_id", "r1");
        assertThat((Long) line.get("bytes")).isPositive();
        assertThat((Long) line.get("ms")).isNotNegative();
        assertThat((String) line.get("trace_id")).hasSize(32);
        assertThat(message()).isEqualTo("GET /things/{id} 200").doesNotContain("secret");
    }

    @Test
    void a_stream_is_one_line_at_its_end() {
        calls.get("/stream", "Accept", "text/event-stream");

        assertThat(line()).containsEntry("route", "/stream").containsEntry("status", 200);
        assertThat((Long) line().get("bytes")).isGreaterThan(30);
    }

    @Test
    void a_failure_is_one_line_with_the_route_that_failed() {
        calls.get("/fail/bug");

        assertThat(line()).containsEntry("route", "/fail/{way}").containsEntry("status", 500);
    }

    @Test
    void a_path_that_is_nowhere_is_not_written_down() {
        calls.get("/secrets/of/a/scanner");

        assertThat(line()).containsEntry("route", "none").containsEntry("status", 404);
    }

    @Test
    void what_the_container_refuses_is_a_line_too() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), calls.port())) {
            socket.getOutputStream()
                    .write("GET /%00 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.ISO_8859_1));
            socket.getInputStream().readAllBytes();
        }

        assertThat(line()).containsEntry("status", 400).containsEntry("route", "none");
    }

    @RepeatedTest(5)
    void a_reader_who_leaves_a_stream_is_one_line_and_no_trouble() throws IOException {
        var all = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        var everything = new Lines();
        everything.start();
        all.addAppender(everything);

        readABitOf("/endless");

        assertThat(line()).containsEntry("route", "/endless").containsEntry("status", 499);
        assertThat(everything.events).noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.WARN));
        all.detachAppender(everything);
    }

    private void readABitOf(String path) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), calls.port())) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: a\r\nAccept: text/event-stream\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            assertThat(socket.getInputStream().readNBytes(1000)).hasSize(1000);
        }
    }

    private Map<String, Object> line() {
        await().until(() -> !lines.events.isEmpty());
        assertThat(lines.events).hasSize(1);
        return lines.events.element().getKeyValuePairs().stream()
                .collect(Collectors.toMap(pair -> pair.key, pair -> pair.value));
    }

    private String message() {
        return lines.events.element().getFormattedMessage();
    }
}
