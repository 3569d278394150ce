package dev.parley.platform.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.platform.time.TimeAutoConfiguration;
import dev.parley.testing.backing.Databases;
import dev.parley.testing.backing.TestDatabase;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class WorkAutoConfigurationTest {

    private final TestDatabase database = Databases.fresh();
    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    DataSourceAutoConfiguration.class,
                    JdbcTemplateAutoConfiguration.class,
                    JdbcClientAutoConfiguration.class,
                    FlywayAutoConfiguration.class,
                    LifecycleAutoConfiguration.class,
                    TimeAutoConfiguration.class,
                    WorkAutoConfiguration.class))
            .withClassLoader(getClass().getClassLoader())
            .withConfiguration(AutoConfigurations.of(platformSchema()))
            .withPropertyValues(
                    "spring.datasource.url=" + database.jdbcUrl(),
                    "spring.datasource.username=" + database.username(),
                    "spring.datasource.password=" + database.password(),
                    "spring.flyway.locations=classpath:db/worktest",
                    "parley.work.poll=100ms",
                    "parley.work.drain=2s");

    @Test
    void a_service_with_a_handler_works_and_its_own_migrations_come_after_ours() {
        service.withUserConfiguration(Handling.class).run(context -> {
            assertThat(context).hasNotFailed().hasSingleBean(WorkRuntime.class);
            FakeHandler handler = context.getBean(FakeHandler.class);

            context.getBean(Inbox.class).put(List.of(Items.in("a")));

            Awaitility.await().until(() -> handler.runs.size() == 1);
        });
    }

    @Test
    void a_service_without_handlers_has_an_inbox_and_no_worker() {
        service.run(context ->
                assertThat(context).hasNotFailed().hasSingleBean(Inbox.class).doesNotHaveBean(WorkRuntime.class));
    }

    @Test
    void a_lease_that_cannot_work_is_refused() {
        service.withPropertyValues("parley.work.fence-after=6s")
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    void limits_may_have_any_name_and_have_to_be_positive() {
        service.withUserConfiguration(Handling.class)
                .withPropertyValues("parley.work.limits.[model/openai]=5")
                .run(context -> assertThat(context.getBean(PermitSettings.class).limits())
                        .containsEntry("model/openai", 5));
        service.withPropertyValues("parley.work.limits.maps=0")
                .run(context -> assertThat(context).hasFailed());
    }

    private static Class<?> platformSchema() {
        try {
            return Class.forName("dev.parley.platform.schema.PlatformSchemaAutoConfiguration");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Handling {

        @Bean
        FakeHandler handler() {
            return FakeHandler.roomy();
        }
    }
}
