package dev.parley.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.bench.stream.StreamFigures;
import dev.parley.bench.stream.StreamLoad;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SectionTest {
    private final String text = new Section(Example.results(), "results/chart.svg").text();

    @Test
    void it_says_when_what_and_where() {
        assertThat(text).startsWith("""
                ## 2026-11-29 22:10 UTC, abc1234

                2 cores (A processor), 24 GB, Linux 6.1, JDK 25. Answers of 200 tokens, one every 50 ms. `deploy/bench/run --streams 20,300`
                """);
    }

    @Test
    void a_row_has_the_times_and_the_cost_of_so_many_streams() {
        assertThat(text)
                .contains(
                        "| 300 | 8.0 / 120 | 15.0 / 60.0 | 15.0 / 60.0 / 120 | 6 000 | 100.0 % | 150 | 400 | 1500 | none |");
    }

    @Test
    void costs_stand_by_process_and_those_of_what_drives_it_are_apart() {
        assertThat(text).contains("""
                | CPU ms / 1 000 tokens | 20 | 300 |
                | --- | --- | --- |
                | chat-service | 100 | 100 |
                | postgres | 50.0 | 50.0 |
                | simulator | 10.0 | 10.0 |
                | generator | 10.0 | 10.0 |
                """);
    }

    @Test
    void the_ceiling_the_most_lists_and_the_start_are_there() {
        assertThat(text)
                .contains("| 300 | 0.3 / 1.0 / 2.0 | 100.0 % | 10.0 | 10.0 |")
                .contains("no fault): 300 streams.")
                .contains("2 346 a second, p50 12.3 ms, p99 45.6 ms, 0 errors")
                .contains("1000 chunks taken in within 45.0 s beside 50 streams; their lag p50 / p99 20.0 / 80.0 ms,"
                        + " without that 5.0 / 20.0 ms. Searches in 50000 chunks: p50 12.0 ms, p99 34.0 ms.")
                .contains("ready in 40.0 s without data, in 25.4 s again. At rest 0.1 % of a core")
                .contains("![cost and lag](results/chart.svg)");
    }

    @Test
    void faults_are_named() {
        StreamLoad.Measured good = Example.step(20, 5).parley();
        StreamFigures figures = new StreamFigures(
                20,
                1,
                1,
                1,
                good.figures().times(),
                new StreamFigures.Faults(3, 2, 1, Map.of("http 503", 4, "no end", 5)));
        Results.Step bad = new Results.Step(new StreamLoad.Measured(figures, good.usage()), Optional.empty());
        Results results = new Results(
                Example.subject(), List.of(), List.of(bad), Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(new Section(results, "chart.svg").text())
                .contains("2 gaps, 1 twice, 4 × http 503, 5 × no end")
                .contains("no fault): none of the numbers tried.");
    }

    @Test
    void parts_that_were_not_measured_are_left_out() {
        Results nothing = new Results(
                Example.subject(), List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(new Section(nothing, "chart.svg").text().lines()).hasSize(4);
    }
}
