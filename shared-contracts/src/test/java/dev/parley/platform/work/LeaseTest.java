package dev.parley.platform.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Heartbeat 100 ms, fenced after 3.75 s, lease 5 s. */
class LeaseTest {

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1_000_000); // it may overflow on the way
    private final Lease lease = new Lease(Tempo.steady(), clock::get);

    @Test
    void nothing_is_held_before_the_first_renewal() {
        assertThat(lease.holds()).isFalse();
        assertThat(lease.mayJudgeOthers()).isFalse();
    }

    @Test
    void it_holds_for_a_while_from_when_the_renewal_was_asked_for() {
        long askedAt = lease.now();
        pass(Duration.ofSeconds(2));
        lease.renewed(askedAt);

        assertThat(lease.holds()).isTrue();
        pass(Duration.ofMillis(1749));
        assertThat(lease.holds()).isTrue();
        pass(Duration.ofMillis(1));
        assertThat(lease.holds()).isFalse();
    }

    @Test
    void only_who_has_renewed_without_a_break_for_a_whole_lease_may_judge_others() {
        renewFor(Duration.ofMillis(4900));
        assertThat(lease.mayJudgeOthers()).isFalse();

        renewFor(Duration.ofMillis(200));
        assertThat(lease.mayJudgeOthers()).isTrue();
    }

    @Test
    void a_short_break_is_enough_to_begin_anew() {
        renewFor(Duration.ofSeconds(6));

        pass(Duration.ofMillis(400));
        assertThat(lease.mayJudgeOthers()).isFalse();
        lease.renewed(lease.now());
        assertThat(lease.mayJudgeOthers()).isFalse();
        assertThat(lease.breaks()).isZero();

        renewFor(Duration.ofMillis(5100));
        assertThat(lease.mayJudgeOthers()).isTrue();
    }

    @Test
    void a_break_in_which_others_may_have_taken_over_is_counted() {
        lease.renewed(lease.now());
        pass(Duration.ofMillis(3750));
        lease.renewed(lease.now());

        assertThat(lease.breaks()).isOne();
    }

    private void renewFor(Duration time) {
        for (long passed = 0; passed < time.toMillis(); passed += 100) {
            lease.renewed(lease.now());
            pass(Duration.ofMillis(100));
        }
        lease.renewed(lease.now());
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }
}
