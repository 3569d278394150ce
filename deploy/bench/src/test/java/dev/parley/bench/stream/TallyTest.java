package dev.parley.bench.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final Shape SHAPE = new Shape(10, Duration.ofMillis(100), Duration.ofMillis(300));

    private final Tally tally = new Tally(new Window(1_000_000, 3_000_000), SHAPE);

    @Test
    void the_time_of_a_token_counts_when_it_was_sent_in_the_window_and_the_token_when_it_came_in_it() {
        tally.token(999_999, 1_000_500);
        tally.token(2_000_000, 2_004_000);
        tally.token(2_999_000, 3_005_000);

        StreamFigures figures = tally.figures(2);

        assertThat(figures.tokens()).isEqualTo(2);
        assertThat(figures.tokensPerSecond()).isEqualTo(1);
        assertThat(figures.times().lag().count()).isEqualTo(2);
        assertThat(figures.times().lag().most()).isEqualTo(6, within(0.01));
    }

    @Test
    void the_models_own_time_is_not_ours() {
        tally.first(1_500_000, 1_810_000, 1_825_000);
        tally.first(900_000, 1_810_000, 1_825_000);

        StreamFigures.Times times = tally.figures(1).times();

        assertThat(times.first().count()).isEqualTo(1);
        assertThat(times.first().p50()).isEqualTo(25, within(0.1));
        assertThat(times.toModel().p50()).isEqualTo(10, within(0.1));
    }

    @Test
    void the_ideal_is_what_the_model_says() {
        assertThat(SHAPE.ideal(26)).isEqualTo(200, within(1e-6));
        assertThat(SHAPE.model()).isEqualTo("sim-10x100+300");
        assertThat(new Shape(200, Duration.ofMillis(50), Duration.ZERO).model()).isEqualTo("sim-200x50");
        assertThat(new Shape(200, Duration.ofMillis(50), Duration.ZERO).ideal(300))
                .isEqualTo(6000, within(1e-6));
    }

    @Test
    void faults_are_counted_whenever_they_happen() {
        Answer answer = new Answer();
        answer.token(0);
        answer.token(0);

        tally.answered(answer);
        tally.error("http 503");
        tally.error("http 503");

        assertThat(tally.figures(1).faults()).isEqualTo(new StreamFigures.Faults(1, 9, 1, Map.of("http 503", 2)));
        assertThat(tally.figures(1).holds()).isFalse();
    }

    @Test
    void streams_hold_while_tokens_come_in_time_and_all_of_them() {
        for (int i = 0; i < 16; i++) {
            tally.token(1_100_000 + i * 100_000, 1_101_000 + i * 100_000);
        }
        assertThat(tally.figures(1).ofIdeal()).isEqualTo(1.04, within(0.001));
        assertThat(tally.figures(1).holds()).isTrue();
        assertThat(tally.figures(2).holds()).isFalse();

        tally.token(1_100_000, 1_400_000);

        assertThat(tally.figures(1).holds()).isFalse();
    }
}
