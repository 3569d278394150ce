package dev.parley.agent.model.remote;

import dev.parley.platform.settings.BadSetting;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * {@code OPENAI_CONCURRENCY}, {@code ANTHROPIC_CONCURRENCY} and so on: how many answers a provider gives at once, over all
 * replicas; {@code OPENAI_TOKENS_PER_MINUTE} and so on: how many tokens it reads and writes in a minute. Without it there is
 * no limit, so that nothing is counted: that a limit is not there at all is more than a placeholder can say.
 */
final class ModelLimits implements EnvironmentPostProcessor {
    private static final List<String> PROVIDERS = List.of("openai", "anthropic", "groq", "ollama", "runpod", "modal");
    private static final Pattern ANSWERS = Pattern.compile("[1-9]\\d{0,3}");
    private static final Pattern TOKENS = Pattern.compile("[1-9]\\d{0,8}");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Map<String, Object> limits = new HashMap<>();
        for (String provider : PROVIDERS) {
            String variable = provider.toUpperCase(Locale.ROOT);
            String answers = read(environment, variable + "_CONCURRENCY", ANSWERS, "a whole number from 1 to 9999");
            put(limits, answersOf(provider), answers);
            String tokens =
                    read(environment, variable + "_TOKENS_PER_MINUTE", TOKENS, "a whole number from 1 to 999999999");
            put(limits, tokensOf(provider), tokens);
        }
        for (CustomEndpoint custom : CustomEndpoint.read(environment.getProperty("MODEL_ENDPOINTS", ""))) {
            put(limits, answersOf(custom.name()), Objects.toString(custom.concurrency(), ""));
            put(limits, tokensOf(custom.name()), Objects.toString(custom.tokensPerMinute(), ""));
        }
        environment.getPropertySources().addLast(new MapPropertySource("model-limits", limits));
    }

    private static String answersOf(@Nullable String provider) {
        return "parley.work.limits[model:" + provider + "]";
    }

    private static String tokensOf(@Nullable String provider) {
        return "parley.agent.model.tokens-per-minute[" + provider + "]";
    }

    private static void put(Map<String, Object> limits, String property, String value) {
        if (!value.isEmpty()) {
            limits.put(property, value);
        }
    }

    private static String read(ConfigurableEnvironment environment, String variable, Pattern accepted, String accepts) {
        String value = environment.getProperty(variable, "").strip();
        if (!value.isEmpty() && !accepted.matcher(value).matches()) {
            throw BadSetting.value(variable, value, accepts);
        }
        return value;
    }
}
