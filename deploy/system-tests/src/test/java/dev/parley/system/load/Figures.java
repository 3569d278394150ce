package dev.parley.system.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;

/**
 * What is promised in seconds, beside what was measured: on the console, and in {@code target/figures.txt}. Promises are made for a
 * machine that has nothing else to do; a test allows for more, {@code -Dfigures.slack=1} takes them at their word.
 */
public final class Figures {
    private static final Path FILE = Path.of("target", "figures.txt");
    private static final double SLACK = Double.parseDouble(System.getProperty("figures.slack", "4"));

    private Figures() {}

    /** How long a test waits for what is promised within this time. */
    public static Duration allowed(Duration promised) {
        return Duration.ofMillis(Math.round(promised.toMillis() * SLACK));
    }

    /** Writes down a figure, and holds it against the promise. */
    public static void measured(String what, Duration measured, Duration promised) {
        tell(String.format(
                Locale.ROOT,
                "%s: %.1f s (promised: %.0f s)",
                what,
                measured.toMillis() / 1000.0,
                promised.toMillis() / 1000.0));
        assertThat(measured).as(what).isLessThanOrEqualTo(allowed(promised));
    }

    /** Writes down what was counted. */
    public static void counted(String what, long count) {
        tell(what + ": " + count);
    }

    private static void tell(String line) {
        System.out.println("[figure] " + line);
        try {
            Files.writeString(
                    FILE, line + System.lineSeparator(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
