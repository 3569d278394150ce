package dev.parley.agent.model;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param defaultName {@code TEXT_MODEL_NAME}; blank: of the first provider that is ready
 * @param temperature for requests that name none
 * @param firstTokenTimeout how long a provider may say nothing at first
 * @param tokenGapTimeout how long it may say nothing later
 * @param attempts tries before the first token, all in all
 * @param backoff the longest wait before the second try; doubles with each
 * @param longestRetryAfter a provider that wants to be left alone for longer is not waited for
 */
@ConfigurationProperties("parley.agent.model")
record ModelSettings(
        @DefaultValue("") String defaultName,
        @DefaultValue("0.7") double temperature,
        @DefaultValue("60s") Duration firstTokenTimeout,
        @DefaultValue("30s") Duration tokenGapTimeout,
        @DefaultValue("3") int attempts,
        @DefaultValue("500ms") Duration backoff,
        @DefaultValue("10s") Duration longestRetryAfter) {
    ModelSettings {
        if (temperature < 0 || temperature > 2) {
            throw new IllegalArgumentException("MODEL_TEMPERATURE must be between 0 and 2");
        }
        if (attempts < 1) {
            throw new IllegalArgumentException("parley.agent.model.attempts must be at least 1");
        }
    }

    Patience patience() {
        return new Patience(firstTokenTimeout, tokenGapTimeout, attempts, backoff, longestRetryAfter);
    }
}
