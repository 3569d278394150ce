package dev.parley.platform.redis;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Redis is.
 *
 * @param url redis:// or rediss:// (TLS), with user and password if there are some; empty: there is none
 * @param patience how long an answer may take
 */
@ConfigurationProperties("parley.redis")
public record RedisSettings(@DefaultValue("") String url, Duration patience) {
    /** The address may hold a password. */
    @Override
    public String toString() {
        return "RedisSettings";
    }
}
