package dev.parley.location.provider;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A bundled table: UTF-8, a row a line, tabs between the columns; lines that begin with {@code #} are comments. */
public final class TabbedResource {
    private TabbedResource() {}

    /** All rows; the columns that a row does not have at its end are missing from it. */
    public static List<Row> read(String path) {
        try (InputStream resource = TabbedResource.class.getResourceAsStream(path)) {
            if (resource == null) {
                throw new IllegalStateException("The resource " + path + " is missing");
            }
            var lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8));
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> new Row(List.of(line.split("\t", -1))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
