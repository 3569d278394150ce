package dev.parley.platform.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Somewhere to wait for commands of unknown types, in services that listen and have a database. */
@AutoConfiguration(
        after = MessagingAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration"
        })
@ConditionalOnClass({DataSource.class, JdbcClient.class})
@ConditionalOnBean({BatchListeners.class, JdbcClient.class, PlatformTransactionManager.class})
class ParkingAutoConfiguration {
    @Bean
    @DependsOnDatabaseInitialization
    ParkedCommands parkedCommands(JdbcClient jdbc) {
        return new ParkedCommands(jdbc);
    }

    @Bean
    ParkedRetries parkedRetries(
            BatchListeners listeners,
            ParkedCommands parked,
            PlatformTransactionManager transactions,
            MeterRegistry meters) {
        return new ParkedRetries(listeners, parked, new TransactionTemplate(transactions), meters);
    }
}
