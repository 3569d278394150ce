package dev.parley.platform.observability;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonLinesTest {
    private static final Instant AT = Instant.parse("2026-11-20T12:00:00.123456Z");

    private final JsonLines lines =
            new JsonLines(new MockEnvironment().withProperty("spring.application.name", "chat-service"));
    private final Logger logger = new LoggerContext().getLogger("dev.parley.access");

    @Test
    void a_line_says_when_where_and_what_as_logstash_reads_it() {
        JsonNode line = written(event("Slow:\n\"quoted\" {}", null));

        assertThat(line.get("@timestamp").asString()).isEqualTo(AT.toString());
        assertThat(line.get("message").asString()).isEqualTo("Slow:\n\"quoted\" {}");
        assertThat(line.get("logger_name").asString()).isEqualTo("dev.parley.access");
        assertThat(line.get("thread_name").asString())
                .isEqualTo(Thread.currentThread().getName());
        assertThat(line.get("level").asString()).isEqualTo("INFO");
        assertThat(line.get("service").asString()).isEqualTo("chat-service");
        assertThat(line.has("stack_trace")).isFalse();
    }

    @Test
    void values_keep_their_types_and_what_has_none_is_text() {
        LoggingEvent event = event("GET", null);
        event.addKeyValuePair(new KeyValuePair("status", 200));
        event.addKeyValuePair(new KeyValuePair("bytes", 5_000_000_000L));
        event.addKeyValuePair(new KeyValuePair("ratio", 0.5));
        event.addKeyValuePair(new KeyValuePair("broken_off", true));
        event.addKeyValuePair(new KeyValuePair("level_of", Level.WARN));
        event.addKeyValuePair(new KeyValuePair("absent", null));

        JsonNode line = written(event);

        assertThat(line.get("status").isInt()).isTrue();
        assertThat(line.get("bytes").asLong()).isEqualTo(5_000_000_000L);
        assertThat(line.get("ratio").asDouble()).isEqualTo(0.5);
        assertThat(line.get("broken_off").asBoolean()).isTrue();
        assertThat(line.get("level_of").asString()).isEqualTo("WARN");
        assertThat(line.get("absent").isNull()).isTrue();
        assertThat(line.get("request_id").asString()).isEqualTo("abc");
    }

    @Test
    void a_stack_trace_begins_with_its_root_and_is_bounded() {
        Exception deep = new IllegalStateException("outer", new IllegalArgumentException("x".repeat(20_000)));

        String trace = written(event("failed", deep)).get("stack_trace").asString();

        assertThat(trace).startsWith("java.lang.IllegalArgumentException").hasSizeLessThanOrEqualTo(8_192);
    }

    @Test
    void an_event_is_one_line() {
        byte[] bytes = lines.formatAsBytes(event("a\nb", new IllegalStateException("c\nd")), UTF_8);

        assertThat(new String(bytes, UTF_8)).endsWith("\n").containsOnlyOnce("\n");
    }

    @Test
    void half_a_surrogate_pair_costs_no_line() {
        byte[] bytes = lines.formatAsBytes(event("half \ud83d of it", null), UTF_8);

        assertThat(JsonMapper.shared().readTree(bytes).get("message").asString())
                .isEqualTo("half ? of it");
    }

    private JsonNode written(LoggingEvent event) {
        return JsonMapper.shared().readTree(lines.format(event));
    }

    private LoggingEvent event(String message, @Nullable Throwable thrown) {
        var event = new LoggingEvent(getClass().getName(), logger, Level.INFO, message, thrown, null);
        event.setInstant(AT);
        event.setMDCPropertyMap(Map.of("request_id", "abc"));
        return event;
    }
}
