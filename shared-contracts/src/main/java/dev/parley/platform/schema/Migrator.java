package dev.parley.platform.schema;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** Who owns the tables: the application's role does not have to. */
final class Migrator {
    private Migrator() {}

    /** A connection for each call; the application's pool where {@code spring.flyway.url} names nobody. */
    static DataSource of(Environment environment, DataSource application) {
        String url = environment.getProperty("spring.flyway.url");
        return url == null
                ? application
                : with(
                        url,
                        environment.getProperty("spring.flyway.user"),
                        environment.getProperty("spring.flyway.password"));
    }

    private static DataSource with(String url, @Nullable String user, @Nullable String password) {
        SimpleDriverDataSource source = new SimpleDriverDataSource();
        source.setDriver(new Driver());
        source.setUrl(url);
        source.setUsername(user);
        source.setPassword(password);
        return source;
    }
}
