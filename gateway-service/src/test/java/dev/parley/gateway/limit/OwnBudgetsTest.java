package dev.parley.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.gateway.backing.SetTime;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OwnBudgetsTest {

    private static final Quota THREE = new Quota("caller", 3, "requests of one caller");
    private static final Budget ANNA = new Budget(THREE, "user:anna");

    private final SetTime time = new SetTime();
    private final OwnBudgets budgets = new OwnBudgets(time);

    @Test
    void a_minute_begins_with_the_first_request_and_brings_all_of_it_back() {
        assertThat(draw(ANNA)).isEqualTo(new Draw(true, 2, Duration.ZERO, Duration.ofSeconds(60)));
        time.pass(Duration.ofSeconds(48));
        assertThat(draw(ANNA)).isEqualTo(new Draw(true, 1, Duration.ZERO, Duration.ofSeconds(12)));
        assertThat(draw(ANNA).left()).isZero();

        assertThat(draw(ANNA)).isEqualTo(new Draw(false, 0, Duration.ofSeconds(12), Duration.ofSeconds(12)));
        time.pass(Duration.ofMillis(11_999));
        assertThat(draw(ANNA).granted()).isFalse();
        time.pass(Duration.ofMillis(1));
        assertThat(draw(ANNA)).isEqualTo(new Draw(true, 2, Duration.ZERO, Duration.ofSeconds(60)));
    }

    @Test
    void callers_and_quotas_are_counted_apart() {
        IntStream.range(0, 4).forEach(_ -> draw(ANNA));

        assertThat(draw(ANNA).granted()).isFalse();
        assertThat(draw(new Budget(THREE, "user:berta")).granted()).isTrue();
        assertThat(draw(new Budget(new Quota("turn", 3, "questions"), "user:anna"))
                        .granted())
                .isTrue();
    }

    @Test
    void many_addresses_do_not_fill_the_memory() {
        IntStream.range(0, 3 * OwnBudgets.MOST).forEach(i -> draw(new Budget(THREE, "address:" + i)));

        assertThat(budgets.kept()).isLessThanOrEqualTo(OwnBudgets.MOST);
    }

    @Test
    void what_is_not_touched_for_a_minute_is_forgotten() {
        draw(ANNA);
        time.pass(Quota.WINDOW);

        assertThat(budgets.kept()).isZero();
    }

    private Draw draw(Budget budget) {
        return budgets.draw(budget).join();
    }
}
