package dev.parley.system.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrongClockTest {
    /** The other JVM's program: says what time it is there. */
    static final class Teller {
        private Teller() {}

        public static void main(String[] none) {
            System.out.println(Instant.now(Clock.systemUTC()));
            System.out.println(Instant.ofEpochMilli(System.currentTimeMillis()));
            System.out.println(Instant.ofEpochMilli(Clock.systemUTC().millis()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT5M", "PT-5M"})
    void every_way_of_asking_for_the_time_gives_the_wrong_one(Duration shift) throws IOException, InterruptedException {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        WrongClock.option(shift),
                        "-cp",
                        "target/test-classes",
                        Teller.class.getName())
                .redirectErrorStream(true)
                .start();
        List<String> told = jvm.inputReader().readAllLines();
        Instant now = Clock.systemUTC().instant();

        assertThat(jvm.waitFor()).as(told.toString()).isZero();
        assertThat(told)
                .hasSize(3)
                .allSatisfy(time ->
                        assertThat(Instant.parse(time)).isCloseTo(now.plus(shift), within(1, ChronoUnit.MINUTES)));
    }
}
