package dev.parley.contracts.topic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table in Markdown whose first column is headed {@code topic}. Columns named key, partitions, kept, written by and read
 * by are compared; others are free.
 */
record TopicTable(Path file, List<Map<String, String>> rows) {

    private static final String TOPIC = "topic";

    static List<TopicTable> in(Path file) {
        List<TopicTable> tables = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (String line : Stream.concat(read(file).stream(), Stream.of("")).toList()) {
            if (line.startsWith("|")) {
                lines.add(line);
            } else {
                parse(file, lines).ifPresent(tables::add);
                lines.clear();
            }
        }
        return tables;
    }

    /** The whole declaration as such a table. */
    static String expected() {
        String rows = Stream.of(Topic.values())
                .map(topic -> "| `%s` | ".formatted(topic.topicName())
                        + String.join(" | ", TopicFacts.of(topic).values()) + " |\n")
                .collect(Collectors.joining());
        return "| topic | key | partitions | kept | written by | read by |\n| --- | --- | --- | --- | --- | --- |\n"
                + rows;
    }

    List<Topic> topics() {
        return rows.stream().flatMap(row -> topic(row).stream()).toList();
    }

    List<String> mistakes() {
        return rows.stream().flatMap(TopicTable::mistakes).toList();
    }

    private static Stream<String> mistakes(Map<String, String> row) {
        Optional<Topic> topic = topic(row);
        if (topic.isEmpty()) {
            return name(row).endsWith(".dlq") ? Stream.empty() : Stream.of(name(row) + ": is no topic");
        }
        return TopicFacts.of(topic.get()).entrySet().stream()
                .filter(fact -> row.containsKey(fact.getKey()))
                .filter(fact -> !TopicFacts.same(fact.getValue(), cell(row, fact.getKey())))
                .map(fact -> "%s, %s: '%s' instead of '%s'"
                        .formatted(name(row), fact.getKey(), cell(row, fact.getKey()), fact.getValue()));
    }

    private static Optional<Topic> topic(Map<String, String> row) {
        return Stream.of(Topic.values())
                .filter(topic -> topic.topicName().equals(name(row)))
                .findFirst();
    }

    /** The first word in backticks. */
    private static String name(Map<String, String> row) {
        String[] parts = cell(row, TOPIC).split("`", -1);
        return parts.length > 1 ? parts[1] : parts[0];
    }

    private static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    private static Optional<TopicTable> parse(Path file, List<String> lines) {
        List<String> header =
                lines.isEmpty() ? List.of() : cells(lines.getFirst().toLowerCase(Locale.ROOT));
        if (header.isEmpty() || !header.getFirst().equals(TOPIC)) {
            return Optional.empty();
        }
        return Optional.of(new TopicTable(
                file,
                lines.stream().skip(2).map(line -> row(header, cells(line))).toList()));
    }

    private static Map<String, String> row(List<String> header, List<String> cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(header.size(), cells.size()); i++) {
            row.put(header.get(i), cells.get(i));
        }
        return row;
    }

    private static List<String> cells(String line) {
        return Stream.of(line.split("\\|", -1)).skip(1).map(String::strip).toList();
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For the name of the test. */
    @Override
    public String toString() {
        @Nullable Path folder = file.getParent();
        return (folder == null ? "" : folder.getFileName() + "/") + file.getFileName();
    }
}
