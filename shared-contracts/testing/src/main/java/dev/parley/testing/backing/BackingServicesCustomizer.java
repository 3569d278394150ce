package dev.parley.testing.backing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.support.TestPropertySourceUtils;

/** Equal for test classes that may share a context: it is part of the key of Spring's context cache. */
record BackingServicesCustomizer(
        boolean broker, boolean database, @Nullable Class<?> owner) implements ContextCustomizer {

    private static final String OF_THE_TEST = TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME;

    /** Services look for their own database here before they look at the shared address. */
    private static final List<String> VARIABLES_OF = List.of("", "CHAT_", "AGENT_", "LOCATION_", "CONVERSATION_");

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        Map<String, Object> properties = new LinkedHashMap<>();
        // A request that a test has left open would hold up the end of the JVM for as long as a user's.
        properties.put("server.shutdown", "immediate");
        if (broker) {
            String servers = Kafka.bootstrapServers();
            properties.put("KAFKA_BOOTSTRAP_SERVERS", servers);
            properties.put("spring.kafka.bootstrap-servers", servers);
            properties.put("spring.cloud.stream.kafka.binder.brokers", servers);
        }
        if (database) {
            TestDatabase fresh = Databases.fresh();
            properties.putAll(addressesOf(fresh));
            context.getBeanFactory().registerSingleton("testDatabase", fresh);
        }
        add(context.getEnvironment().getPropertySources(), new MapPropertySource("backingServices", properties));
        AtExit.closeFirst(context);
        QuietLogs.apply();
    }

    private static Map<String, Object> addressesOf(TestDatabase fresh) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("spring.datasource.url", fresh.jdbcUrl());
        properties.put("spring.datasource.username", TestDatabase.APPLICATION_ROLE);
        properties.put("spring.datasource.password", fresh.password());
        properties.put("spring.flyway.url", fresh.jdbcUrl());
        properties.put("spring.flyway.user", fresh.username());
        properties.put("spring.flyway.password", fresh.password());
        properties.put("spring.flyway.init-sqls", "set parley.tenants = '*'");
        properties.put("parley.database.replication.url", fresh.jdbcUrl());
        properties.put("parley.database.replication.username", TestDatabase.REPLICATION_ROLE);
        properties.put("parley.database.replication.password", fresh.password());
        // All contexts of a JVM share one server's connections.
        properties.put("DATABASE_POOL_SIZE", "8");
        for (String service : VARIABLES_OF) {
            properties.put(service + "DATABASE_URL", fresh.applicationUrl());
            properties.put(service + "DATABASE_MIGRATION_URL", fresh.url());
            properties.put(service + "DATABASE_REPLICATION_URL", fresh.replicationUrl());
        }
        return properties;
    }

    private static void add(MutablePropertySources sources, MapPropertySource added) {
        if (sources.contains(OF_THE_TEST)) {
            sources.addAfter(OF_THE_TEST, added);
        } else {
            sources.addFirst(added);
        }
    }
}
