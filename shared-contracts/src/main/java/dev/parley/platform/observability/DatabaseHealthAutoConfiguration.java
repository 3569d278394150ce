package dev.parley.platform.observability;

import java.sql.DriverManager;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;

/** The database's health, for every service that has one, in the place of Spring Boot's, which waits for the pool. */
@AutoConfiguration(
        after = DataSourceAutoConfiguration.class,
        beforeName = "org.springframework.boot.jdbc.autoconfigure.health.DataSourceHealthContributorAutoConfiguration")
@ConditionalOnClass({DataSource.class, JdbcConnectionDetails.class, HealthIndicator.class})
class DatabaseHealthAutoConfiguration {
    private static final String SECONDS = "2";

    @Bean
    @ConditionalOnBean(JdbcConnectionDetails.class)
    DatabaseHealthIndicator dbHealthIndicator(JdbcConnectionDetails details) {
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "health");
        properties.setProperty("connectTimeout", SECONDS);
        properties.setProperty("loginTimeout", SECONDS);
        properties.setProperty("socketTimeout", SECONDS);
        put(properties, "user", details.getUsername());
        put(properties, "password", details.getPassword());
        return new DatabaseHealthIndicator(
                () -> DriverManager.getConnection(details.getJdbcUrl(), properties), System::nanoTime);
    }

    /** User and password may be in the URL. */
    private static void put(Properties properties, String name, @Nullable String value) {
        if (value != null) {
            properties.setProperty(name, value);
        }
    }
}
