package dev.parley.bench.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StreamFiguresTest {
    private static final Quantiles FIRST = new Quantiles(10, 12.4, 45.6, 99);
    private static final Quantiles LAG = new Quantiles(10, 2.2, 250, 300);

    @Test
    void a_line_says_what_matters() {
        assertThat(figures(0.984, Map.of()).brief())
                .isEqualTo("first token 12 / 46 ms, lag 2 / 250 ms, 98.4 % of the ideal, no fault");
        assertThat(figures(1, Map.of("http 503", 1)).brief()).endsWith("with faults");
    }

    @Test
    void so_many_hold_when_none_is_late_and_nothing_is_missing() {
        assertThat(figures(0.97, Map.of()).holds()).isTrue();
        assertThat(figures(0.969, Map.of()).holds()).isFalse();
        assertThat(figures(1, Map.of("http 503", 1)).holds()).isFalse();
    }

    private static StreamFigures figures(double ofIdeal, Map<String, Integer> errors) {
        return new StreamFigures(
                20,
                4_000,
                400,
                ofIdeal,
                new StreamFigures.Times(FIRST, FIRST, LAG),
                new StreamFigures.Faults(20, 0, 0, errors));
    }
}
