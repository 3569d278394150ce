package dev.parley.platform.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.testing.backing.RedisServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RedisLinkTest {

    @Test
    void it_does_not_wait_for_redis_and_finds_it_whenever_it_is_there() {
        try (RedisServer redis = RedisServer.start()) {
            redis.die();
            RedisLink link = new RedisLink(RedisAddress.of(redis.url(), Duration.ofSeconds(1), "test"));

            assertAway(link);
            redis.comeBack();
            awaitAnswer(link);
            redis.die();
            assertAway(link);
            redis.comeBack();
            awaitAnswer(link);

            link.destroy();
        }
    }

    private static void assertAway(RedisLink link) {
        assertThatThrownBy(() -> link.ping().join()).isInstanceOf(Exception.class);
    }

    private static void awaitAnswer(RedisLink link) {
        await().atMost(Duration.ofSeconds(20))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(link.ping().join()).isPositive());
    }
}
