package dev.parley.platform.schema;

import dev.parley.platform.settings.Stage;
import dev.parley.platform.tenant.AcrossTenants;
import dev.parley.platform.tenant.TenantScope;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** For every service with a database. */
@AcrossTenants("migrations change everybody's rows")
@AutoConfiguration(after = DataSourceAutoConfiguration.class)
@ConditionalOnClass({DataSource.class, Flyway.class})
@ConditionalOnBean(DataSource.class)
@Import(DatabaseInitializationDependencyConfigurer.class)
class PlatformSchemaAutoConfiguration {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Bean
    PatientMigrations patientMigrations() {
        return new PatientMigrations();
    }

    @Bean
    Grants grants(DataSource application) {
        return new Grants(application);
    }

    @Bean
    PlatformSchema platformSchema(DataSource application, Environment environment) {
        return new PlatformSchema(application, Migrator.of(environment, application), new DatabaseWait(PATIENCE));
    }

    /** Where migrations go through the application's pool, they see everybody's rows like this. */
    @Bean
    FlywayMigrationStrategy migrationStrategy() {
        return flyway -> {
            try (TenantScope _ = TenantScope.everyone()) {
                flyway.migrate();
            }
        };
    }

    @Bean
    @DependsOnDatabaseInitialization
    ApplicationRole applicationRole(DataSource application, Environment environment) {
        return new ApplicationRole(application, Stage.of(environment));
    }
}
