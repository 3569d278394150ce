package dev.parley.testing.backing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig
@BackingServices
@TestPropertySource(properties = "spring.datasource.password=the test's own")
class BackingServicesTest {

    private final Environment environment;
    private final TestDatabase database;

    @Autowired
    BackingServicesTest(Environment environment, TestDatabase database) {
        this.environment = environment;
        this.database = database;
    }

    @Test
    void the_context_is_told_where_the_broker_is() {
        assertThat(environment.getProperty("KAFKA_BOOTSTRAP_SERVERS"))
                .isEqualTo(environment.getProperty("spring.cloud.stream.kafka.binder.brokers"))
                .isEqualTo(Kafka.bootstrapServers());
    }

    @Test
    void the_context_has_a_database_of_its_own() {
        assertThat(environment.getProperty("spring.datasource.url")).isEqualTo(database.jdbcUrl());
        assertThat(environment.getProperty("CHAT_DATABASE_URL")).isEqualTo(database.applicationUrl());
        assertThat(environment.getProperty("CHAT_DATABASE_MIGRATION_URL")).isEqualTo(database.url());
        assertThat(JdbcClient.create(database.dataSource())
                        .sql("select current_database()")
                        .query(String.class)
                        .single())
                .isEqualTo(database.name());
    }

    @Test
    void what_the_test_itself_sets_wins() {
        assertThat(environment.getProperty("spring.datasource.password")).isEqualTo("the test's own");
    }

    @Test
    void contexts_are_shared_unless_a_class_wants_its_own() {
        assertThat(customizerOf(Sharing.class)).isEqualTo(customizerOf(SharingToo.class));
        assertThat(customizerOf(Alone.class)).isNotEqualTo(customizerOf(Sharing.class));
        assertThat(customizerOf(String.class)).isNull();
    }

    private static @Nullable ContextCustomizer customizerOf(Class<?> testClass) {
        return new BackingServicesCustomizerFactory().createContextCustomizer(testClass, List.of());
    }

    @BackingServices
    private static class Sharing {}

    @BackingServices
    private static class SharingToo {}

    @BackingServices(ownContext = true)
    private static class Alone {}

    @Configuration(proxyBeanMethods = false)
    static class Empty {}
}
