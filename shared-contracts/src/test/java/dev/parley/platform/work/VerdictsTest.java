package dev.parley.platform.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.platform.messaging.SendFailed;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class VerdictsTest {

    private static final WorkKind KIND = new WorkKind("kind", Duration.ofMinutes(5), 3, 1);

    private final Verdicts verdicts =
            new Verdicts(new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30), new Random(1)));

    @Test
    void a_failure_waits_and_counts() {
        assertThat(verdicts.ofRun(new IllegalStateException("broken"), KIND, 1, false))
                .isInstanceOfSatisfying(Verdict.Postponed.class, postponed -> {
                    assertThat(postponed.counted()).isTrue();
                    assertThat(postponed.why()).isEqualTo("IllegalStateException: broken");
                    assertThat(postponed.pause()).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
                });
    }

    @Test
    void the_last_failure_decides() {
        assertThat(verdicts.ofRun(new IllegalStateException(), KIND, 2, false))
                .isEqualTo(new Verdict.Decided(new Failure(Failure.TOO_MANY_FAILURES, "IllegalStateException")));
    }

    @Test
    void a_permanent_failure_decides_at_once() {
        assertThat(verdicts.ofRun(new PermanentFailure("bad_key", "401", new IllegalStateException()), KIND, 0, false))
                .isEqualTo(new Verdict.Decided(new Failure("bad_key", "401")));
    }

    @Test
    void a_named_time_is_kept_and_never_counts() {
        assertThat(verdicts.ofRun(new RetryLater("429", Duration.ofSeconds(20)), KIND, 2, false))
                .isInstanceOfSatisfying(Verdict.Postponed.class, postponed -> {
                    assertThat(postponed.counted()).isFalse();
                    assertThat(postponed.pause()).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(22));
                });
        assertThat(verdicts.ofEffort(new RetryLater("clock is off", Duration.ofSeconds(-1)), 0)
                        .pause())
                .isZero();
    }

    @Test
    void a_broker_or_a_database_that_is_away_is_no_failure() {
        for (Exception away : List.of(
                new SendFailed("no broker", new TimeoutException()),
                new DataAccessResourceFailureException("no database"))) {
            assertThat(verdicts.ofRun(away, KIND, 2, false))
                    .isInstanceOfSatisfying(Verdict.Postponed.class, postponed -> {
                        assertThat(postponed.counted()).isFalse();
                        assertThat(postponed.pause()).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
                    });
        }
    }

    @Test
    void to_wait_without_a_time_is_a_failure() {
        assertThat(verdicts.ofRun(new RetryLater("busy", null), KIND, 2, false)).isInstanceOf(Verdict.Decided.class);
    }

    @Test
    void whatever_is_thrown_after_the_deadline_is_the_deadline() {
        assertThat(verdicts.ofRun(new InterruptedException(), KIND, 0, true))
                .isInstanceOfSatisfying(
                        Verdict.Decided.class,
                        decided -> assertThat(decided.failure().code()).isEqualTo(Failure.DEADLINE_EXCEEDED));
    }

    @Test
    void to_be_fenced_is_no_failure() {
        assertThat(verdicts.ofRun(new Fenced("gone"), KIND, 2, false))
                .isEqualTo(new Verdict.Postponed(Duration.ofMillis(500), false, "Fenced: gone"));
    }

    @Test
    void what_has_to_work_in_the_end_is_tried_for_ever() {
        assertThat(verdicts.ofEffort(new PermanentFailure("no", "never"), 1000).pause())
                .isBetween(Duration.ofSeconds(15), Duration.ofSeconds(30));
    }
}
