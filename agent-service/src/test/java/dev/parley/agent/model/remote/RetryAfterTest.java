package dev.parley.agent.model.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RetryAfterTest {
    @Test
    void retry_after_is_read_in_seconds_and_milliseconds() {
        assertThat(retryAfter(Map.of("retry-after", List.of("3")))).isEqualTo(Duration.ofSeconds(3));
        assertThat(retryAfter(Map.of("retry-after", List.of("3"), "retry-after-ms", List.of("250"))))
                .isEqualTo(Duration.ofMillis(250));
        assertThat(retryAfter(Map.of("retry-after", List.of("Fri, 20 Nov 2026 10:00:00 GMT"))))
                .isNull();
        assertThat(retryAfter(Map.of())).isNull();
    }

    private static @org.jspecify.annotations.Nullable Duration retryAfter(Map<String, List<String>> headers) {
        return RetryAfter.of(HttpHeaders.of(headers, (name, value) -> true));
    }
}
