package dev.parley.gateway.redis;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Connects to Redis where an address was set. */
@Configuration(proxyBeanMethods = false)
class RedisConnection {

    @Bean
    @Conditional(RedisIsThere.class)
    RedisLink redisLink(RedisSettings settings) {
        return new RedisLink(RedisAddress.of(settings.url(), settings.patience()));
    }
}
