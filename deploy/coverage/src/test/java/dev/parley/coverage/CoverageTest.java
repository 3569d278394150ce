package dev.parley.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CoverageTest {

    private static final double ENOUGH = 80;
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path SITE = Path.of("target/site/coverage");

    @Test
    void the_tests_run_four_lines_of_five() throws IOException {
        CoverageReport report = CoverageReport.of(CoveredModule.allOf(ROOT));

        report.write(SITE);

        System.out.println(report.summary() + "Report: " + SITE.toAbsolutePath().resolve("index.html"));
        assertThat(report.lines().percent())
                .as("percent of lines that tests run")
                .isGreaterThanOrEqualTo(ENOUGH);
    }
}
