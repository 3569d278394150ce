package dev.parley.agent.model.openai;

import dev.parley.platform.settings.BadSetting;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * {@code OPENAI_CONCURRENCY}: how many answers OpenAI gives at once, over all replicas. Without it there is no limit, so that
 * nothing is counted: that a limit is not there at all is more than a placeholder can say.
 */
final class OpenAiConcurrency implements EnvironmentPostProcessor {
    private static final String VARIABLE = "OPENAI_CONCURRENCY";
    private static final Pattern ACCEPTED = Pattern.compile("[1-9]\\d{0,3}");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String value = environment.getProperty(VARIABLE, "").strip();
        if (value.isEmpty()) {
            return;
        }
        if (!ACCEPTED.matcher(value).matches()) {
            throw BadSetting.value(VARIABLE, value, "a whole number from 1 to 9999");
        }
        environment
                .getPropertySources()
                .addLast(
                        new MapPropertySource("openai-concurrency", Map.of("parley.work.limits[model:openai]", value)));
    }
}
