package dev.parley.location.lookup;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param deadline from the beginning of its first run a lookup has so long, with all its retries
 * @param maxFailures how many failures end it
 * @param concurrency how many lookups one replica runs at once
 * @param keepResults how long results can be sent again: as long as the ids of the work are known
 * @param sweep how often older results are deleted
 */
@ConfigurationProperties("parley.location.lookup")
@Validated
record LookupSettings(
        @NotNull Duration deadline,
        @Positive int maxFailures,
        @Positive int concurrency,
        @NotNull Duration keepResults,
        @NotNull Duration sweep) {}
