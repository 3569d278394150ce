package dev.parley.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.gateway.backing.SetTime;
import dev.parley.testing.backing.RedisServer;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharedBudgetsTest {

    private static final Budget ANNA = new Budget(new Quota("caller", 3, "requests of one caller"), "user:anna");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SetTime time = new SetTime();

    @Test
    void two_processes_draw_from_one_budget_that_is_whole_again_after_a_minute() {
        try (RedisServer redis = RedisServer.start();
                RedisClient client = RedisClient.create(redis.url());
                StatefulRedisConnection<String, byte[]> connection =
                        client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE))) {
            SharedBudgets one = budgets(connection);
            SharedBudgets two = budgets(connection);

            assertThat(draw(one)).isEqualTo(new Draw(true, 2, Duration.ZERO, Duration.ofSeconds(60)));
            time.pass(Duration.ofSeconds(48));
            assertThat(draw(two)).isEqualTo(new Draw(true, 1, Duration.ZERO, Duration.ofSeconds(12)));
            assertThat(draw(one).left()).isZero();
            assertThat(draw(two)).isEqualTo(new Draw(false, 0, Duration.ofSeconds(12), Duration.ofSeconds(12)));
            time.pass(Duration.ofSeconds(12));
            assertThat(draw(two).left()).isEqualTo(2);
            assertThat(connection.sync().keys("*")).containsExactly("parley:limit:caller:3:user:anna");
            assertThat(connection.sync().ttl("parley:limit:caller:3:user:anna")).isBetween(1L, 70L);
        }
    }

    @Test
    void no_more_is_granted_to_many_at_once() {
        try (RedisServer redis = RedisServer.start();
                RedisClient client = RedisClient.create(redis.url());
                StatefulRedisConnection<String, byte[]> connection =
                        client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE))) {
            SharedBudgets one = budgets(connection);
            SharedBudgets two = budgets(connection);

            var draws = IntStream.range(0, 200)
                    .mapToObj(i -> (i % 2 == 0 ? one : two).draw(ANNA))
                    .toList();

            assertThat(draws.stream().map(CompletableFuture::join).filter(Draw::granted))
                    .hasSize(3);
        }
    }

    @Test
    void an_answer_that_does_not_come_is_not_waited_for() {
        SharedBudgets never = new SharedBudgets(CompletableFuture::new, time, Duration.ofMillis(1));

        assertThatThrownBy(() -> never.draw(ANNA).join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(TimeoutException.class);
    }

    private SharedBudgets budgets(StatefulRedisConnection<String, byte[]> connection) {
        return new SharedBudgets(() -> CompletableFuture.completedFuture(connection.async()), time, PATIENCE);
    }

    private static Draw draw(SharedBudgets budgets) {
        return budgets.draw(ANNA).join();
    }
}
