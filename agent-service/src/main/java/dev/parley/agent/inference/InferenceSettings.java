package dev.parley.agent.inference;

import dev.parley.platform.settings.BadSetting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param timeout {@code INFERENCE_TIMEOUT}: how long a prediction may take, waiting included
 * @param firstPause between two looks at a prediction; it grows with its age
 * @param longestPause likewise
 * @param maxOutput of a prediction, as JSON
 * @param maxOpenJobs {@code INFERENCE_JOBS_PER_USER}: how many somebody may have open
 */
@ConfigurationProperties("parley.agent.inference")
record InferenceSettings(
        Duration timeout,
        Duration firstPause,
        Duration longestPause,
        DataSize maxOutput,
        int maxOpenJobs,
        @DefaultValue ProviderAccount replicate,
        @DefaultValue ProviderAccount runpod,
        @DefaultValue ProviderAccount modal) {
    static final String ENDPOINT = "{endpoint}";

    private static final Duration SHORTEST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofHours(24);

    InferenceSettings {
        if (timeout.compareTo(SHORTEST) < 0 || timeout.compareTo(LONGEST) > 0) {
            throw BadSetting.value("INFERENCE_TIMEOUT", timeout.toSeconds() + "s", "a time from 10s to 24h");
        }
        if (maxOpenJobs < 1) {
            throw BadSetting.value("INFERENCE_JOBS_PER_USER", String.valueOf(maxOpenJobs), "a number from 1 on");
        }
        requireUrl("REPLICATE_BASE_URL", replicate.url(), "https://api.replicate.com/v1");
        requireUrl("RUNPOD_JOBS_URL", runpod.url(), "https://api.runpod.ai/v2");
        if (!modal.url().isEmpty()) {
            String template = "https://WORKSPACE--{endpoint}.modal.run";
            requireUrl("MODAL_JOBS_URL", modal.url().replace(ENDPOINT, "x"), template);
            if (!modal.url().contains(ENDPOINT)) {
                throw BadSetting.hidden("MODAL_JOBS_URL", "a URL such as " + template);
            }
        }
        replicate.requirePrice("REPLICATE_USD_PER_SECOND");
        runpod.requirePrice("RUNPOD_USD_PER_SECOND");
    }

    private static void requireUrl(String variable, String url, String example) {
        if (!ProviderAccount.isHttp(url)) {
            throw BadSetting.hidden(variable, "a URL such as " + example);
        }
    }

    ProviderAccount account(ProviderName provider) {
        return switch (provider) {
            case REPLICATE -> replicate;
            case RUNPOD -> runpod;
            case MODAL -> modal;
        };
    }
}
