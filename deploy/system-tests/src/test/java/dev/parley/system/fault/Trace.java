package dev.parley.system.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All spans of one trace that have been written so far. */
record Trace(List<Span> spans) {
    static Trace read(Path file, String id) {
        try (Stream<String> lines = Files.lines(file)) {
            // The last line may be half written.
            return new Trace(lines.filter(line -> line.contains(id) && line.endsWith("}"))
                    .map(Span::parse)
                    .filter(span -> span.trace().equals(id))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From the span with this label up to the first of the trace: what led to it. Empty when there is no such span yet. */
    List<String> wayTo(String label) {
        List<String> way = new ArrayList<>();
        Optional<Span> at =
                spans.stream().filter(span -> span.label().equals(label)).findFirst();
        while (at.isPresent()) {
            way.addFirst(at.get().label());
            at = parentOf(at.get());
        }
        return way;
    }

    /** Spans whose parent is not in the trace. */
    List<Span> roots() {
        return spans.stream().filter(span -> parentOf(span).isEmpty()).toList();
    }

    private Optional<Span> parentOf(Span span) {
        return spans.stream().filter(other -> other.id().equals(span.parent())).findFirst();
    }
}
