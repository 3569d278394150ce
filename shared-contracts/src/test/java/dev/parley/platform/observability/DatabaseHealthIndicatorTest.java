package dev.parley.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.testing.backing.Databases;
import dev.parley.testing.backing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

class DatabaseHealthIndicatorTest {
    private final TestDatabase database = Databases.fresh();
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger opened = new AtomicInteger();

    @Test
    void a_database_that_answers_is_up_over_one_connection() {
        try (var indicator = new DatabaseHealthIndicator(this::open, nanos::get)) {
            await().until(() -> later(indicator).getStatus().equals(Status.UP));
            int connections = opened.get();

            for (int i = 0; i < 10; i++) {
                assertThat(later(indicator).getDetails()).containsEntry("database", "PostgreSQL");
            }

            assertThat(opened).hasValue(connections);
        }
    }

    @Test
    void a_connection_that_broke_is_replaced() throws SQLException {
        try (var indicator = new DatabaseHealthIndicator(this::open, nanos::get);
                Connection other = open()) {
            await().until(() -> later(indicator).getStatus().equals(Status.UP));
            other.createStatement().execute("""
                    select pg_terminate_backend(pid) from pg_stat_activity
                     where datname = current_database() and pid <> pg_backend_pid()""");

            await().until(() -> later(indicator).getStatus().equals(Status.UP));
        }
    }

    @Test
    void a_database_that_does_not_answer_is_down_within_a_second_and_hangs_nobody_twice() {
        var never = new CountDownLatch(1);
        var indicator = new DatabaseHealthIndicator(() -> hang(never), nanos::get);
        long begin = System.nanoTime();

        Health health = later(indicator);
        later(indicator);

        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails().toString()).contains("500 ms");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
        assertThat(opened).hasValue(1);
        never.countDown();
    }

    @Test
    void a_database_that_refuses_is_down_and_does_not_say_where_it_is() {
        var indicator = new DatabaseHealthIndicator(
                () -> DriverManager.getConnection("jdbc:postgresql://127.0.0.1:1/secret"), nanos::get);

        Health health = later(indicator);

        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails().toString()).doesNotContain("127.0.0.1", "secret");
    }

    private Health later(DatabaseHealthIndicator indicator) {
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        return indicator.health();
    }

    private Connection open() throws SQLException {
        opened.incrementAndGet();
        return database.dataSource().getConnection();
    }

    private Connection hang(CountDownLatch never) throws SQLException {
        opened.incrementAndGet();
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new SQLException("too late");
    }
}
