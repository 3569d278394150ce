package dev.parley.platform.redis;

import dev.parley.testing.backing.RedisServer;
import java.time.Duration;

/** Gives tests of other packages a connection. */
public final class TestLinks {
    private TestLinks() {}

    public static RedisLink to(RedisServer redis) {
        return new RedisLink(RedisAddress.of(redis.url(), Duration.ofSeconds(5), "test"));
    }
}
