package dev.parley.platform.settings;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * The data source from {@code DATABASE_URL}, where each service uses the database of its own name, or from the service's
 * own variable ({@code CHAT_DATABASE_URL}), which names its database itself. Likewise who migrates it
 * ({@code DATABASE_MIGRATION_URL}) and who reads its write-ahead log ({@code DATABASE_REPLICATION_URL}), where they are others.
 */
final class DatabaseSettings {
    static final String URL = "spring.datasource.url";
    static final String SHARED = "DATABASE_URL";
    static final String MIGRATION = "DATABASE_MIGRATION_URL";
    static final String REPLICATION = "DATABASE_REPLICATION_URL";
    private static final String KNOWN_PASSWORD = "parley";

    private final Environment environment;
    private final String service;

    private DatabaseSettings(Environment environment) {
        this.environment = environment;
        this.service = environment.getProperty("spring.application.name", "").replaceFirst("-service$", "");
    }

    static Map<String, Object> of(Environment environment) {
        return environment.containsProperty(URL) ? Map.of() : new DatabaseSettings(environment).properties();
    }

    private Map<String, Object> properties() {
        DatabaseUrl application = login(SHARED);
        if (application != null) {
            return properties(application, other(MIGRATION, application), other(REPLICATION, application));
        }
        // The local default's password is known to everybody; SettingsAutoConfiguration says what is missing.
        return Stage.of(environment) == Stage.PRODUCTION
                ? Map.of()
                : properties(local("parley_application"), local("parley"), local("parley_replication"));
    }

    private static Map<String, Object> properties(
            DatabaseUrl application, DatabaseUrl migrator, DatabaseUrl replication) {
        Map<String, Object> properties = new LinkedHashMap<>();
        put(properties, application, URL, "spring.datasource.username", "spring.datasource.password");
        put(properties, migrator, "spring.flyway.url", "spring.flyway.user", "spring.flyway.password");
        // Migrations change everybody's rows.
        properties.put("spring.flyway.init-sqls", "set parley.tenants = '*'");
        put(
                properties,
                replication,
                "parley.database.replication.url",
                "parley.database.replication.username",
                "parley.database.replication.password");
        return properties;
    }

    private DatabaseUrl local(String role) {
        return shared(SHARED, "postgresql://" + role + ":" + KNOWN_PASSWORD + "@127.0.0.1:5433/parley");
    }

    /** A service with an address of its own has nothing to do with what the others share. */
    private DatabaseUrl other(String variable, DatabaseUrl application) {
        boolean alone = environment.containsProperty(ownVariable(SHARED));
        String own = environment.getProperty(ownVariable(variable));
        DatabaseUrl other = alone && own == null ? null : login(variable);
        return other == null ? application : other;
    }

    private @Nullable DatabaseUrl login(String variable) {
        String own = environment.getProperty(ownVariable(variable));
        if (own != null) {
            return named(ownVariable(variable), own);
        }
        String shared = environment.getProperty(variable);
        return shared == null ? null : shared(variable, shared);
    }

    private String ownVariable(String variable) {
        return service.toUpperCase(Locale.ROOT).replace('-', '_') + "_" + variable;
    }

    private DatabaseUrl shared(String variable, String text) {
        DatabaseUrl url = parse(variable, text);
        return service.isEmpty() ? url : url.withDatabase(service);
    }

    private DatabaseUrl named(String variable, String text) {
        DatabaseUrl url = parse(variable, text);
        if (url.database().isEmpty()) {
            throw BadSetting.hidden(variable, DatabaseUrl.ACCEPTED + "; the database's name is missing");
        }
        return url;
    }

    private DatabaseUrl parse(String variable, String text) {
        DatabaseUrl url = parsed(variable, text);
        if (KNOWN_PASSWORD.equals(url.password()) && Stage.of(environment) == Stage.PRODUCTION) {
            throw BadSetting.hidden(variable, "a password that is not the local stack's, which everybody knows");
        }
        return url;
    }

    private static DatabaseUrl parsed(String variable, String text) {
        try {
            return DatabaseUrl.parse(text).orElseThrow(() -> BadSetting.hidden(variable, DatabaseUrl.ACCEPTED));
        } catch (IllegalArgumentException badPercentEncoding) {
            throw BadSetting.hidden(variable, DatabaseUrl.ACCEPTED);
        }
    }

    private static void put(
            Map<String, Object> properties, DatabaseUrl url, String urlName, String userName, String passwordName) {
        properties.put(urlName, url.jdbcUrl());
        putIfThere(properties, userName, url.username());
        putIfThere(properties, passwordName, url.password());
    }

    private static void putIfThere(Map<String, Object> properties, String name, @Nullable String value) {
        if (value != null) {
            // The environment resolves placeholders in what it returns; a password may look like one.
            properties.put(name, value.replace("${", "\\${"));
        }
    }
}
