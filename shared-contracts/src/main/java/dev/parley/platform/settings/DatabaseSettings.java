package dev.parley.platform.settings;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * The data source from {@code DATABASE_URL}, where each service uses the database of its own name, or from the service's
 * own variable ({@code CHAT_DATABASE_URL}), which names its database itself.
 */
final class DatabaseSettings {
    static final String URL = "spring.datasource.url";
    static final String SHARED = "DATABASE_URL";
    private static final String LOCAL = "postgresql://parley:parley@127.0.0.1:5433/parley";

    private DatabaseSettings() {}

    static Map<String, Object> of(Environment environment) {
        if (environment.containsProperty(URL)) {
            return Map.of();
        }
        String service = environment.getProperty("spring.application.name", "").replaceFirst("-service$", "");
        String own = service.toUpperCase(Locale.ROOT).replace('-', '_') + "_" + SHARED;
        String ownUrl = environment.getProperty(own);
        if (ownUrl != null) {
            return properties(named(own, ownUrl));
        }
        String sharedUrl = environment.getProperty(SHARED);
        if (sharedUrl == null && Stage.of(environment) == Stage.PRODUCTION) {
            // The local default's password is known to everybody; SettingsAutoConfiguration says what is missing.
            return Map.of();
        }
        return properties(shared(sharedUrl == null ? LOCAL : sharedUrl, service));
    }

    private static DatabaseUrl shared(String text, String service) {
        DatabaseUrl url = parse(SHARED, text);
        return service.isEmpty() ? url : url.withDatabase(service);
    }

    private static DatabaseUrl named(String variable, String text) {
        DatabaseUrl url = parse(variable, text);
        if (url.database().isEmpty()) {
            throw BadSetting.hidden(variable, DatabaseUrl.ACCEPTED + "; the database's name is missing");
        }
        return url;
    }

    private static DatabaseUrl parse(String variable, String text) {
        try {
            return DatabaseUrl.parse(text).orElseThrow(() -> BadSetting.hidden(variable, DatabaseUrl.ACCEPTED));
        } catch (IllegalArgumentException badPercentEncoding) {
            throw BadSetting.hidden(variable, DatabaseUrl.ACCEPTED);
        }
    }

    private static Map<String, Object> properties(DatabaseUrl url) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(URL, url.jdbcUrl());
        putIfThere(properties, "spring.datasource.username", url.username());
        putIfThere(properties, "spring.datasource.password", url.password());
        return properties;
    }

    private static void putIfThere(Map<String, Object> properties, String name, @Nullable String value) {
        if (value != null) {
            // The environment resolves placeholders in what it returns; a password may look like one.
            properties.put(name, value.replace("${", "\\${"));
        }
    }
}
