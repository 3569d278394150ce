package dev.parley.location.cache;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.convert.DurationUnit;

/**
 * @param timeToLive how long an answer is good for; a bare number is seconds
 * @param sweep how often answers that are not good any more are deleted
 */
@ConfigurationProperties("parley.location.cache")
record CacheSettings(
        @DurationUnit(ChronoUnit.SECONDS) Duration timeToLive, Duration sweep) {}
