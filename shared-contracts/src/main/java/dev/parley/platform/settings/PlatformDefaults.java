package dev.parley.platform.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.ClassUtils;

/**
 * Puts the shared defaults behind everything else: a service's {@code application.yml}, the environment and the command
 * line all win over them. Runs after the service's own files are read, since some defaults follow from them.
 */
final class PlatformDefaults implements EnvironmentPostProcessor, Ordered {
    private static final String DEFAULTS = "parley-platform.yml";

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        MutablePropertySources sources = environment.getPropertySources();
        BlankVariables.drop(sources);
        CheckedVariables.check(environment);
        muteBootsDebugSwitch(environment, sources);
        sources.addLast(new MapPropertySource("parley-derived", derived(environment)));
        addDefaults(sources);
    }

    private static Map<String, Object> derived(ConfigurableEnvironment environment) {
        Map<String, Object> derived = new HashMap<>(LogLevels.of(environment));
        derived.putAll(ManagementPort.of(environment));
        derived.putAll(KafkaSecuritySettings.of(environment));
        if (ClassUtils.isPresent("org.postgresql.Driver", PlatformDefaults.class.getClassLoader())) {
            derived.putAll(DatabaseSettings.of(environment));
        }
        return derived;
    }

    /** Boot takes a {@code DEBUG} variable for its own switch, which prints its condition report. */
    private static void muteBootsDebugSwitch(ConfigurableEnvironment environment, MutablePropertySources sources) {
        if (environment.containsProperty("DEBUG")) {
            sources.addFirst(new MapPropertySource("parley-debug", Map.of("debug", "false")));
        }
    }

    private static void addDefaults(MutablePropertySources sources) {
        try {
            new YamlPropertySourceLoader()
                    .load(DEFAULTS, new ClassPathResource(DEFAULTS, PlatformDefaults.class.getClassLoader()))
                    .forEach(sources::addLast);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
