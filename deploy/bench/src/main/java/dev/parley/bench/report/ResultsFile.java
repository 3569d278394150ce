package dev.parley.bench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Where results are kept: {@code results.md}, a section a run, and a chart for each in {@code results}. */
public record ResultsFile(Path folder) {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmm").withZone(ZoneOffset.UTC);
    private static final String TITLE = "# Results\n\nWhat the columns mean is in the [README](README.md).\n\n";

    /** Appends a section, which it gives back, and writes its chart. */
    public String add(Results results) {
        Results.Subject subject = results.subject();
        String chart = "results/%s-%s.svg".formatted(NAME.format(subject.at()), subject.commit());
        String section = new Section(results, chart).text();
        try {
            append(section);
            if (!results.distinctSteps().isEmpty()) {
                Path file = folder.resolve(chart);
                Files.createDirectories(file.getParent());
                Files.writeString(file, new Chart(results.distinctSteps()).svg());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return section;
    }

    private void append(String section) throws IOException {
        Path file = folder.resolve("results.md");
        if (!Files.exists(file)) {
            Files.writeString(file, TITLE);
        }
        Files.writeString(file, section, StandardOpenOption.APPEND);
    }
}
