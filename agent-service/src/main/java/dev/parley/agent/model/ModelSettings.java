package dev.parley.agent.model;

import dev.parley.platform.settings.BadSetting;
import java.time.Duration;
import java.util.List;
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
 * @param fallbacks {@code MODEL_FALLBACKS}: names of models, in the order in which they are asked when another one fails
 * @param breakerPause how long a provider that is down is left alone
 */
@ConfigurationProperties("parley.agent.model")
record ModelSettings(
        @DefaultValue("") String defaultName,
        @DefaultValue("0.7") double temperature,
        @DefaultValue("60s") Duration firstTokenTimeout,
        @DefaultValue("30s") Duration tokenGapTimeout,
        @DefaultValue("3") int attempts,
        @DefaultValue("500ms") Duration backoff,
        @DefaultValue("10s") Duration longestRetryAfter,
        @DefaultValue List<String> fallbacks,
        @DefaultValue("30s") Duration breakerPause) {
    ModelSettings {
        if (temperature < 0 || temperature > 2) {
            throw BadSetting.value("MODEL_TEMPERATURE", Double.toString(temperature), "a number from 0 to 2");
        }
        if (attempts < 1) {
            throw BadSetting.value("parley.agent.model.attempts", Integer.toString(attempts), "1 or more");
        }
        fallbacks = fallbacks.stream()
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList();
        requirePositive("MODEL_FIRST_TOKEN_TIMEOUT", firstTokenTimeout);
        requirePositive("MODEL_TOKEN_GAP_TIMEOUT", tokenGapTimeout);
    }

    private static void requirePositive(String variable, Duration value) {
        if (!value.isPositive()) {
            throw BadSetting.value(variable, value.toString(), "a duration such as 30s");
        }
    }

    Patience patience() {
        return new Patience(firstTokenTimeout, tokenGapTimeout, attempts, backoff, longestRetryAfter);
    }
}
