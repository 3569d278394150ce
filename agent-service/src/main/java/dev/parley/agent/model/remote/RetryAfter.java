package dev.parley.agent.model.remote;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long a provider wants to be left alone: {@code retry-after-ms}, else whole seconds of {@code Retry-After}. */
public final class RetryAfter {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private RetryAfter() {}

    public static @Nullable Duration of(HttpHeaders headers) {
        return number(headers, "retry-after-ms")
                .map(Duration::ofMillis)
                .or(() -> number(headers, "retry-after").map(Duration::ofSeconds))
                .orElse(null);
    }

    private static Optional<Long> number(HttpHeaders headers, String name) {
        return headers.firstValue(name)
                .map(String::strip)
                .filter(it -> NUMBER.matcher(it).matches())
                .map(Long::valueOf);
    }
}
