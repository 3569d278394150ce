package dev.parley.platform.settings;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.core.env.Environment;

/**
 * The variables whose values are looked at before anything starts, because what would fail otherwise fails late, in many
 * lines, or not at all. Those of one feature are checked where its settings are bound.
 */
final class CheckedVariables {
    private static final String SERVER = "(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+):\\d{1,5}";
    private static final Pattern SERVERS = Pattern.compile(SERVER + "(," + SERVER + ")*");

    private record Check(String variable, String accepts, Predicate<String> accepted) {}

    private static final List<Check> CHECKS = List.of(
            new Check("PORT", "a port from 0 to 65535", number(0, 65_535)),
            new Check("MANAGEMENT_PORT", "a port from 0 to 65535", number(0, 65_535)),
            oneOf("ENVIRONMENT", Set.of("development", "production"), "development or production"),
            oneOf("DEBUG", Set.of("true", "false"), "true or false"),
            oneOf("GUEST_SESSIONS", Set.of("true", "false"), "true or false"),
            oneOf("PROMETHEUS_ENABLED", Set.of("true", "false"), "true or false"),
            oneOf("ALGORITHM", Set.of("rs256", "es256", "hs256"), "RS256, ES256 or HS256"),
            new Check("ACCESS_TOKEN_EXPIRE_MINUTES", "a whole number of minutes from 1 to 1440", number(1, 1440)),
            new Check("REFRESH_TOKEN_EXPIRE_DAYS", "a whole number of days from 1 to 3650", number(1, 3650)),
            oneOf("LOG_LEVEL", LogLevels.ACCEPTED, "TRACE, DEBUG, INFO, WARN or ERROR"),
            new Check("DATABASE_POOL_SIZE", "a whole number from 1 to 1000", number(1, 1000)),
            new Check("MAX_REQUEST_BYTES", "a number of bytes from 1024 to 1073741824", number(1024, 1 << 30)),
            new Check(
                    "KAFKA_BOOTSTRAP_SERVERS",
                    "host:port, or several with commas between",
                    text -> SERVERS.matcher(text).matches()),
            oneOf(
                    "KAFKA_SECURITY_PROTOCOL",
                    Set.of("plaintext", "ssl", "sasl_plaintext", "sasl_ssl"),
                    "PLAINTEXT, SSL, SASL_PLAINTEXT or SASL_SSL"));

    private CheckedVariables() {}

    /** @throws BadSetting for the first wrong one */
    static void check(Environment environment) {
        for (Check check : CHECKS) {
            String value = environment.getProperty(check.variable());
            if (value != null && !check.accepted().test(value)) {
                throw BadSetting.value(check.variable(), value, check.accepts());
            }
        }
        if (environment.getProperty("DEBUG", Boolean.class, false) && Stage.of(environment) == Stage.PRODUCTION) {
            throw BadSetting.value("DEBUG", "true", "false in production, where logs must not tell what people write");
        }
    }

    private static Check oneOf(String variable, Set<String> values, String accepts) {
        return new Check(variable, accepts, text -> values.contains(text.toLowerCase(Locale.ROOT)));
    }

    private static Predicate<String> number(int min, int max) {
        return text -> {
            try {
                int number = Integer.parseInt(text);
                return number >= min && number <= max;
            } catch (NumberFormatException notANumber) {
                return false;
            }
        };
    }
}
