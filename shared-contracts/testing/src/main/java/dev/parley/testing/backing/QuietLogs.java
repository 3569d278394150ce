package dev.parley.testing.backing;

import java.util.List;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggerConfiguration;
import org.springframework.boot.logging.LoggingSystem;

/** Keeps the servers' logs out of the tests' output. */
final class QuietLogs {

    private static final List<String> LOUD =
            List.of("kafka", "state", "org.apache.kafka", "org.testcontainers", "com.github.dockerjava", "tc");

    private QuietLogs() {}

    static void apply() {
        LoggingSystem logging = LoggingSystem.get(QuietLogs.class.getClassLoader());
        LOUD.forEach(logger -> logging.setLogLevel(logger, LogLevel.WARN));
        LoggerConfiguration root = logging.getLoggerConfiguration(LoggingSystem.ROOT_LOGGER_NAME);
        // What a logger does when nobody, not even Spring Boot, has configured it.
        if (root != null && root.getConfiguredLevel() == LogLevel.DEBUG) {
            logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.INFO);
        }
    }
}
