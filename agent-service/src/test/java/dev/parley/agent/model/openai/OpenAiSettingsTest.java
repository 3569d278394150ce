package dev.parley.agent.model.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenAiSettingsTest {
    @Test
    void without_a_key_the_provider_is_not_ready() {
        try (var provider = new OpenAiProvider(new OpenAiSettings("", "https://api.openai.com/v1", "gpt-4o-mini"))) {
            assertThat(provider.isReady()).isFalse();
        }
    }

    @Test
    void an_address_that_is_none_stops_the_start() {
        assertThatThrownBy(() -> new OpenAiSettings("key", "ftp://x", "m")).hasMessageContaining("OPENAI_BASE_URL");
        assertThatThrownBy(() -> new OpenAiSettings("key", "not an address", "m"))
                .hasMessageContaining("OPENAI_BASE_URL");
    }

    @Test
    void the_key_is_never_printed() {
        assertThat(new OpenAiSettings("secret", "https://x/v1", "m").toString()).doesNotContain("secret");
    }

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
