package dev.parley.platform.settings;

import java.util.Locale;
import org.springframework.core.env.Environment;

/** Where the service runs ({@code ENVIRONMENT}): production refuses what is only convenient. */
public enum Stage {
    DEVELOPMENT,
    PRODUCTION;

    public static Stage of(Environment environment) {
        return valueOf(environment.getProperty("ENVIRONMENT", "development").toUpperCase(Locale.ROOT));
    }
}
