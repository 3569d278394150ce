package dev.parley.location.cache;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.convert.DurationUnit;
import org.springframework.validation.annotation.Validated;

/**
 * @param timeToLive how long an answer is good for; a bare number is seconds
 * @param sweep how often answers that are not good any more are deleted
 */
@ConfigurationProperties("parley.location.cache")
@Validated
record CacheSettings(
        @DurationUnit(ChronoUnit.SECONDS) @NotNull @DurationMin(seconds = 0)
        Duration timeToLive,

        @NotNull Duration sweep) {}
