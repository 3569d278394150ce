package dev.parley.platform.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.platform.outage.Outage;
import dev.parley.platform.redis.RedisLink;
import dev.parley.platform.redis.TestLinks;
import dev.parley.testing.backing.RedisServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RedisEntriesTest extends SecondLevelKit {
    private static final Duration LONG = Duration.ofMinutes(5);

    private static RedisServer redis;
    private static RedisLink link;
    private static RedisEntries entries;

    @BeforeAll
    static void start() {
        redis = RedisServer.start();
        link = TestLinks.to(redis);
        entries = new RedisEntries(link, Duration.ofSeconds(5), "test");
        await().ignoreExceptions().until(() -> link.ping().join().isPositive());
    }

    @AfterAll
    static void stop() {
        if (link != null) {
            link.destroy();
            redis.close();
        }
    }

    @Override
    SecondLevel entries() {
        return entries;
    }

    @Test
    void services_that_share_a_redis_do_not_meet() {
        EntryKey key = shared("question");
        entries.look(key, token(), LONG);

        var others = new RedisEntries(link, Duration.ofSeconds(5), "other");

        assertThat(others.look(key, token(), LONG)).isEqualTo(new SecondLevel.Look.Claimed());
    }

    @Test
    void while_it_is_away_one_goes_on_without_and_finds_it_again() {
        Outage outage = new Outage("Redis does not answer", "Redis answers again", System::nanoTime);
        var guarded = new GuardedEntries(new RedisEntries(link, Duration.ofMillis(300), "away"), outage);
        EntryKey key = shared("question");
        redis.die();

        assertThat(guarded.look(key, token(), LONG)).isEqualTo(new SecondLevel.Look.Claimed());
        assertThat(guarded.look(key, token(), LONG)).isEqualTo(new SecondLevel.Look.Claimed());
        assertThat(guarded.keep(key, token(), new byte[] {1}, LONG)).isTrue();
        assertThat(outage.isOn()).isTrue();

        redis.comeBack();
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            guarded.look(shared("probe"), token(), LONG);
            return !outage.isOn();
        });
        assertThat(guarded.look(key, token(), LONG)).isEqualTo(new SecondLevel.Look.Claimed());
        assertThat(guarded.look(key, token(), LONG)).isEqualTo(new SecondLevel.Look.Awaited());
    }
}
