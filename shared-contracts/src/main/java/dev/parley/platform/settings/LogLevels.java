package dev.parley.platform.settings;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.core.env.Environment;

/**
 * What {@code LOG_LEVEL} and {@code DEBUG} mean: the level of our own code. Libraries never say more than INFO, because
 * what they write below it holds bodies, headers and query strings, and with them people's secrets.
 */
final class LogLevels {
    static final Set<String> ACCEPTED = Set.of("trace", "debug", "info", "warn", "error");
    private static final Set<String> DETAILED = Set.of("TRACE", "DEBUG");

    private LogLevels() {}

    static Map<String, Object> of(Environment environment) {
        boolean debug = environment.getProperty("DEBUG", Boolean.class, false);
        String level =
                environment.getProperty("LOG_LEVEL", debug ? "DEBUG" : "INFO").toUpperCase(Locale.ROOT);
        return Map.of(
                "logging.level.dev.parley", level, "logging.level.root", DETAILED.contains(level) ? "INFO" : level);
    }
}
