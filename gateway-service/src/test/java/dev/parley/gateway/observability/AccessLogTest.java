package dev.parley.gateway.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.parley.gateway.backing.RunningGateway;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class AccessLogTest extends RunningGateway {

    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.parley.access");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(lines);
    }

    @Test
    void a_request_is_one_line_with_its_route_and_without_its_secrets() {
        client.get("/test/x?session_id=very-secret", "X-Request-Id", "logged-1");

        Map<String, Object> line = lineOf("logged-1");
        assertThat(line)
                .containsEntry("method", "GET")
                .containsEntry("route", "echo")
                .containsEntry("status", 200)
                .containsKeys("ms", "trace_id")
                .doesNotContainKey("broken_off");
        assertThat((Long) line.get("bytes")).isPositive();
        assertThat(lines.list.toString() + line).doesNotContain("very-secret");
    }

    @Test
    void an_error_of_the_gateways_own_is_written_down_as_the_client_saw_it() {
        client.get("/nothing", "X-Request-Id", "logged-2");
        client.get("/test/gone/x", "X-Request-Id", "logged-3");
        client.get("/health", "X-Request-Id", "logged-4");

        assertThat(lineOf("logged-2")).containsEntry("route", "none").containsEntry("status", 404);
        assertThat(lineOf("logged-3")).containsEntry("route", "gone").containsEntry("status", 503);
        assertThat(lineOf("logged-4")).containsEntry("route", "/health").containsEntry("bytes", 15L);
    }

    /** The line follows the answer: a client may have it before it is written. */
    private Map<String, Object> lineOf(String requestId) {
        return await().until(() -> find(requestId), Optional::isPresent).orElseThrow();
    }

    private Optional<Map<String, Object>> find(String requestId) {
        return List.copyOf(lines.list).stream()
                .map(AccessLogTest::pairs)
                .filter(pairs -> requestId.equals(pairs.get("request_id")))
                .findFirst();
    }

    private static Map<String, Object> pairs(ILoggingEvent event) {
        return event.getKeyValuePairs().stream().collect(Collectors.toMap(pair -> pair.key, pair -> pair.value));
    }
}
