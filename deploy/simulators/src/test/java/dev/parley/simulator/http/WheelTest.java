package dev.parley.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.channel.DefaultEventLoop;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WheelTest {
    private static final Logger EXPECTED_FAILURES = Logger.getLogger(Wheel.class.getName());

    private final DefaultEventLoop loop = new DefaultEventLoop();
    private final Wheel wheel = new Wheel(loop);
    private final List<Integer> fired = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }

    @Test
    void timers_fire_in_the_order_of_their_times_and_never_early() {
        long start = System.nanoTime();
        onLoop(() -> List.of(30, 10, 20).forEach(each -> after(each)));

        await().until(() -> fired.size() == 3);

        assertThat(fired).containsExactly(10, 20, 30);
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(30));
    }

    @Test
    void a_time_beyond_one_turn_of_the_wheel_waits_for_its_turn() {
        onLoop(() -> {
            after(4200);
            after(50);
        });

        await().until(() -> fired.size() == 1);
        assertThat(fired).containsExactly(50);
        await().atMost(Duration.ofSeconds(15)).until(() -> fired.size() == 2);
    }

    @Test
    void a_timer_that_fails_does_not_stop_the_others_and_may_set_others() {
        EXPECTED_FAILURES.setLevel(Level.OFF);
        onLoop(() -> {
            wheel.after(Duration.ofMillis(1), () -> {
                throw new IllegalStateException("on purpose");
            });
            wheel.after(Duration.ofMillis(2), () -> after(1));
        });

        await().until(() -> fired.equals(List.of(1)));
    }

    private void after(int millis) {
        wheel.after(Duration.ofMillis(millis), () -> fired.add(millis));
    }

    private void onLoop(Runnable action) {
        loop.submit(action).syncUninterruptibly();
    }
}
