package dev.parley.platform.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Takes an empty variable for one that is not set: {@code .env} files and compose files pass on what nobody filled in. */
final class BlankVariables {
    private BlankVariables() {}

    static void drop(MutablePropertySources sources) {
        String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        PropertySource<?> variables = sources.get(name);
        if (variables != null && variables.getSource() instanceof Map<?, ?> all && hasBlank(all)) {
            Map<String, Object> filled = new LinkedHashMap<>();
            all.forEach((variable, value) -> {
                if (!String.valueOf(value).isBlank()) {
                    filled.put(String.valueOf(variable), value);
                }
            });
            sources.replace(name, new SystemEnvironmentPropertySource(name, filled));
        }
    }

    private static boolean hasBlank(Map<?, ?> variables) {
        return variables.values().stream()
                .anyMatch(value -> String.valueOf(value).isBlank());
    }
}
