package dev.parley.platform.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.platform.settings.BadSetting;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisAddressTest {

    private static final Duration PATIENCE = Duration.ofMillis(100);

    @Test
    void it_may_want_a_password_and_tls() {
        assertThat(RedisAddress.of("redis://127.0.0.1", PATIENCE, "test").getPort())
                .isEqualTo(6379);
        assertThat(RedisAddress.of("redis://me:secret@cache:6380/2", PATIENCE, "test")
                        .getDatabase())
                .isEqualTo(2);
        assertThat(RedisAddress.of("rediss://cache:6380", PATIENCE, "test").isSsl())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"cache:6379", "http://cache", "redis://", "redis-sentinel://secret@a,b#m", "redis://se cret@h"})
    void what_is_none_is_refused_without_being_shown(String url) {
        assertThatThrownBy(() -> RedisAddress.of(url, PATIENCE, "test"))
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith("REDIS_URL is not accepted")
                .hasMessageNotContaining("secret");
    }
}
