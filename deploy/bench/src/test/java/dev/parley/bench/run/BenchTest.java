package dev.parley.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.bench.stream.Shape;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchTest {

    @Test
    void without_options_everything_is_measured() {
        assertThat(wishes())
                .isEqualTo(new Wishes(
                        List.of(20, 300, 600),
                        new Shape(200, Duration.ofMillis(50), Duration.ZERO),
                        Duration.ofSeconds(30),
                        true,
                        true,
                        true,
                        true));
    }

    @Test
    void parts_that_are_named_are_the_only_ones() {
        assertThat(wishes("--streams", "20,40", "--tokens", "50", "--gap", "20", "--first", "100", "--seconds", "5"))
                .isEqualTo(new Wishes(
                        List.of(20, 40),
                        new Shape(50, Duration.ofMillis(20), Duration.ofMillis(100)),
                        Duration.ofSeconds(5),
                        false,
                        false,
                        false,
                        false));
        assertThat(wishes("--knowledge").knowledge()).isTrue();
        assertThat(wishes("--ramp").streams()).isEmpty();
    }

    private static Wishes wishes(String... arguments) {
        Bench bench = new Bench();
        new CommandLine(bench).parseArgs(arguments);
        return bench.wishes();
    }
}
