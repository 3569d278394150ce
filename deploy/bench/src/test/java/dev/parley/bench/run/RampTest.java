package dev.parley.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.bench.report.Example;
import dev.parley.bench.report.Results;
import java.util.List;
import org.junit.jupiter.api.Test;

class RampTest {
    private static final double IN_TIME = 20;
    private static final double LATE = 900;

    @Test
    void it_doubles_until_it_is_too_much_and_closes_in() throws InterruptedException {
        assertThat(tried(new Ramp(100, 50, 2000), 570)).containsExactly(100, 200, 400, 800, 600, 500, 550);
    }

    @Test
    void it_ends_at_the_most_that_it_may_try() throws InterruptedException {
        assertThat(tried(new Ramp(100, 50, 300), 10_000)).containsExactly(100, 200, 300);
    }

    @Test
    void when_the_first_is_too_much_it_looks_below() throws InterruptedException {
        assertThat(tried(new Ramp(100, 50, 2000), 60)).containsExactly(100, 50);
        assertThat(tried(new Ramp(100, 50, 2000), 1)).containsExactly(100, 50);
    }

    private static List<Integer> tried(Ramp ramp, int holds) throws InterruptedException {
        return ramp.run(streams -> Example.step(streams, streams <= holds ? IN_TIME : LATE)).stream()
                .map(RampTest::streams)
                .toList();
    }

    private static int streams(Results.Step step) {
        return step.parley().figures().streams();
    }
}
