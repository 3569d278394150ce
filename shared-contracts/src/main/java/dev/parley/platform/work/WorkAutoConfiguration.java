package dev.parley.platform.work;

import dev.parley.platform.settings.Stage;
import dev.parley.platform.time.IdSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The inbox for every service with a database, and a worker for those that have handlers. */
@AutoConfiguration(
        after = DataSourceAutoConfiguration.class,
        afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnClass({DataSource.class, JdbcClient.class})
@ConditionalOnBean(DataSource.class)
@EnableConfigurationProperties({WorkSettings.class, PermitSettings.class})
class WorkAutoConfiguration {

    @Bean
    Signal workSignal() {
        return new Signal();
    }

    @Bean
    @DependsOnDatabaseInitialization
    Inbox inbox(DataSource pool, Signal signal) {
        return DurableInbox.on(pool, signal);
    }

    @Bean
    @DependsOnDatabaseInitialization
    WorkAdmin workAdmin(DataSource pool, Signal signal) {
        return WorkAdmin.on(pool, signal);
    }

    @Bean
    @ConditionalOnAvailableEndpoint
    WorkEndpoint workEndpoint(WorkAdmin admin, Environment environment) {
        return new WorkEndpoint(admin, Stage.of(environment));
    }

    @Bean
    WorkProgress workProgress(DataSource pool) {
        return new WorkProgress(
                JdbcClient.create(pool), new TransactionTemplate(new JdbcTransactionManager(pool)), System::nanoTime);
    }

    @Bean
    @ConditionalOnBean(WorkHandler.class)
    WorkDatabase workDatabase(DataSource pool, JdbcConnectionDetails details, WorkSettings settings) {
        Address address = new Address(details.getJdbcUrl(), details.getUsername(), details.getPassword());
        HeartbeatConnections heartbeats =
                new DirectConnections(address, settings.fenceAfter().dividedBy(2));
        return new WorkDatabase(pool, address, heartbeats, settings);
    }

    @Bean
    @ConditionalOnBean(WorkHandler.class)
    WorkAssembly workAssembly(
            WorkDatabase database,
            ObjectProvider<WorkHandler> handlers,
            ObjectProvider<RecurringWork> recurring,
            WorkSettings settings,
            Signal signal,
            ObjectProvider<MeterRegistry> registry) {
        Handlers known = new Handlers(
                handlers.orderedStream().toList(), recurring.orderedStream().toList());
        return new WorkAssembly(database, known, settings, signal, registry.getIfAvailable(SimpleMeterRegistry::new));
    }

    /** Asks who the worker is when a permit is wanted: handlers, which the worker needs, may need permits. */
    @Bean
    @ConditionalOnBean(WorkHandler.class)
    Permits permits(
            DataSource pool, WorkSettings settings, PermitSettings limits, ObjectProvider<WorkRuntime> runtime) {
        return new Permits(limits.limits(), new PermitSlots(JdbcClient.create(pool), settings), () -> {
            WorkRuntime running = runtime.getIfAvailable();
            return running == null ? null : running.worker();
        });
    }

    /** The drain has to fit into its phase of the shutdown, however long the others may take. */
    @Bean
    @ConditionalOnBean(WorkHandler.class)
    @DependsOnDatabaseInitialization
    WorkRuntime workRuntime(
            WorkAssembly assembly,
            IdSource ids,
            WorkSettings settings,
            ObjectProvider<DefaultLifecycleProcessor> lifecycle) {
        Duration longest = settings.drain().plus(Worker.HAND_BACK.multipliedBy(2));
        lifecycle.ifAvailable(processor -> processor.setTimeoutForShutdownPhase(WorkRuntime.PHASE, longest.toMillis()));
        return new WorkRuntime(assembly, ids);
    }
}
