package dev.parley.platform.cache;

import dev.parley.platform.outage.Outage;
import dev.parley.platform.redis.RedisLink;
import dev.parley.platform.redis.RedisSettings;
import dev.parley.platform.secret.Secrets;
import dev.parley.platform.security.TokenSettings;
import dev.parley.platform.settings.Stage;
import dev.parley.platform.time.IdSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cache.annotation.CachingConfigurer;
import org.springframework.cache.annotation.EnableCaching;
import org.springframework.cache.interceptor.CacheResolver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Caches for every service with a database; in Redis, where the service has the client and an address was set. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
            "dev.parley.platform.redis.RedisAutoConfiguration",
            "dev.parley.platform.secret.SecretAutoConfiguration"
        })
@ConditionalOnClass(JdbcClient.class)
@ConditionalOnBean({JdbcClient.class, PlatformTransactionManager.class})
@EnableConfigurationProperties(CacheSettings.class)
@EnableCaching
class CacheAutoConfiguration {
    private static final String ALONE = "each replica keeps its answers to itself";

    /** Where Redis is not even in the class path, nothing of it is looked at. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "io.lettuce.core.RedisClient")
    @ConditionalOnBean(RedisLink.class)
    static class InRedis {
        @Bean
        SecondLevel secondLevel(
                RedisLink redis, RedisSettings settings, @Value("${spring.application.name:parley}") String service) {
            return new GuardedEntries(
                    new RedisEntries(redis, settings.patience(), service),
                    new Outage(
                            "Redis does not answer: " + ALONE,
                            "Redis answers again: answers are shared",
                            System::nanoTime));
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingBean(RedisLink.class)
    static class InPostgresql {
        @Bean
        SecondLevel secondLevel(JdbcClient jdbc, PlatformTransactionManager transactions) {
            return new GuardedEntries(
                    new StoredEntries(jdbc, transactions),
                    new Outage(
                            "The database keeps no answers: " + ALONE,
                            "The database keeps answers again",
                            System::nanoTime));
        }

        @Bean(initMethod = "start")
        CacheCleanup cacheCleanup(SecondLevel entries) {
            return new CacheCleanup(entries);
        }
    }

    @Bean
    Caches caches(
            SecondLevel entries,
            CacheSettings settings,
            IdSource ids,
            MeterRegistry meters,
            ObjectProvider<TokenSettings> tokens,
            ObjectProvider<Secrets> secrets,
            Environment environment) {
        return new Caches(
                entries, settings, ids, meters, () -> secrets(tokens.getIfAvailable(), secrets, Stage.of(environment)));
    }

    /** A service that has kept no secrets until now may have no key. */
    private static Optional<Secrets> secrets(
            @Nullable TokenSettings settings, ObjectProvider<Secrets> secrets, Stage stage) {
        boolean sealable = settings != null && (!settings.secretKey().isEmpty() || stage != Stage.PRODUCTION);
        return sealable ? Optional.ofNullable(secrets.getIfAvailable()) : Optional.empty();
    }

    @Bean
    CachingConfigurer cachedMethods(ObjectProvider<Caches> caches) {
        return new CachingConfigurer() {
            @Override
            public CacheResolver cacheResolver() {
                return new CachedMethods(caches.getObject());
            }
        };
    }
}
