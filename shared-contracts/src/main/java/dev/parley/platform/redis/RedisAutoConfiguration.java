package dev.parley.platform.redis;

import io.lettuce.core.RedisClient;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/** Connects to Redis where an address was set, for services that have the client. */
@AutoConfiguration
@ConditionalOnClass(RedisClient.class)
@EnableConfigurationProperties(RedisSettings.class)
class RedisAutoConfiguration {

    @Bean
    @Conditional(RedisIsThere.class)
    RedisLink redisLink(RedisSettings settings, @Value("${spring.application.name:parley}") String service) {
        return new RedisLink(RedisAddress.of(settings.url(), settings.patience(), service));
    }
}
