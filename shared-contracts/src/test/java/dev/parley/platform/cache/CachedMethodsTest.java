package dev.parley.platform.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.platform.redis.RedisAutoConfigurations;
import dev.parley.platform.schema.PlatformTables;
import dev.parley.platform.time.TimeAutoConfiguration;
import dev.parley.testing.backing.Databases;
import dev.parley.testing.backing.RedisServer;
import dev.parley.testing.backing.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

class CachedMethodsTest {
    public record Place(String name, int distance) {}

    /** A provider that is paid for each call. */
    static class Paid {
        final AtomicInteger calls = new AtomicInteger();

        @Cached(name = "places", key = "{#what, #radius}", timeToLive = "1h", priceUsd = 0.03)
        List<Place> find(String what, int radius) {
            calls.incrementAndGet();
            return List.of(new Place(what, radius));
        }

        @Cached(name = "details", key = "#id")
        @Nullable
        Place details(String id) {
            calls.incrementAndGet();
            return id.equals("none") ? null : new Place(id, 1);
        }

        @Cached(name = "names", key = "#id", nothingFor = "0s")
        Optional<String> name(String id) throws IOException {
            calls.incrementAndGet();
            if (id.isEmpty()) {
                throw new IOException("no id");
            }
            return id.equals("none") ? Optional.empty() : Optional.of(id);
        }
    }

    /** Would get what the other one has found. */
    static class SameName {
        @Cached(name = "places", key = "#what")
        List<Place> find(String what) {
            return List.of(new Place(what, 0));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Service {
        @Bean
        SameName sameName() {
            return new SameName();
        }

        @Bean
        Paid paid() {
            return new Paid();
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }

    private final TestDatabase database = Databases.fresh();
    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    DataSourceAutoConfiguration.class,
                    DataSourceTransactionManagerAutoConfiguration.class,
                    JdbcTemplateAutoConfiguration.class,
                    JdbcClientAutoConfiguration.class,
                    TimeAutoConfiguration.class,
                    RedisAutoConfigurations.redis(),
                    CacheAutoConfiguration.class))
            .withUserConfiguration(Service.class)
            .withPropertyValues(
                    "spring.datasource.url=" + database.jdbcUrl(),
                    "spring.datasource.username=" + database.username(),
                    "spring.datasource.password=" + database.password(),
                    "parley.redis.patience=5s",
                    "parley.cache.time-to-live=300",
                    "parley.cache.nearby=1MB",
                    "parley.cache.claim=5s",
                    "parley.cache.patience=60s");

    CachedMethodsTest() {
        PlatformTables.migrate(database.dataSource());
    }

    @Test
    void a_method_is_called_once_for_each_key() {
        service.run(context -> {
            Paid paid = context.getBean(Paid.class);

            assertThat(paid.find("café", 100)).isEqualTo(paid.find("café", 100));
            assertThat(paid.find("café", 200)).containsExactly(new Place("café", 200));
            assertThat(paid.find("a", 1)).containsExactly(new Place("a", 1));

            assertThat(calls(paid)).isEqualTo(3);
            assertThat(context.getBean(MeterRegistry.class)
                            .get("parley.cache.saved.usd")
                            .counter()
                            .count())
                    .isEqualTo(0.03);
        });
    }

    @Test
    void that_there_is_nothing_is_kept_too_for_as_long_as_is_said() {
        service.run(context -> {
            Paid paid = context.getBean(Paid.class);

            assertThat(paid.details("none")).isNull();
            assertThat(paid.details("none")).isNull();
            assertThat(calls(paid)).isEqualTo(1);
            assertThat(paid.name("none")).isEmpty();
            assertThat(paid.name("none")).isEmpty();
            assertThat(calls(paid)).isEqualTo(3);
        });
    }

    @Test
    void what_a_method_throws_is_thrown_and_not_kept() {
        service.run(context -> {
            Paid paid = context.getBean(Paid.class);

            assertThatThrownBy(() -> paid.name(""))
                    .isInstanceOf(IOException.class)
                    .hasMessage("no id");
            assertThatThrownBy(() -> paid.name("")).isInstanceOf(IOException.class);

            assertThat(calls(paid)).isEqualTo(2);
        });
    }

    @Test
    void another_process_finds_what_was_kept() {
        service.run(context -> context.getBean(Paid.class).find("café", 100));

        service.run(context -> {
            Paid paid = context.getBean(Paid.class);
            paid.find("café", 100);
            assertThat(calls(paid)).isZero();
            assertThat(context).hasSingleBean(CacheCleanup.class);
        });
        assertThat(kept()).isOne();
    }

    @Test
    void with_redis_the_database_keeps_nothing() {
        try (RedisServer redis = RedisServer.start()) {
            var inRedis = service.withPropertyValues("parley.redis.url=" + redis.url());
            inRedis.run(context -> context.getBean(Paid.class).find("café", 100));
            inRedis.run(context -> {
                Paid paid = context.getBean(Paid.class);
                paid.find("café", 100);
                assertThat(calls(paid)).isZero();
            });
        }
        assertThat(kept()).isZero();
    }

    @Test
    void two_methods_cannot_have_one_name() {
        service.run(context -> {
            context.getBean(Paid.class).find("café", 100);

            assertThatThrownBy(() -> context.getBean(SameName.class).find("café"))
                    .hasMessageContaining("needs a name of its own");
        });
    }

    private long kept() {
        return JdbcClient.create(database.dataSource())
                .sql("select count(*) from platform.cache_entry")
                .query(Long.class)
                .single();
    }

    /** A proxy has no fields worth reading. */
    private static int calls(Paid paid) {
        Paid target = (Paid) AopProxyUtils.getSingletonTarget(paid);
        return target == null ? paid.calls.get() : target.calls.get();
    }
}
