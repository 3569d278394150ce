package dev.parley.system.stack;

import dev.parley.system.visitor.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/** A place in the logs of a stack's services: what was said behind it. */
public final class LogMark {
    private final LocalStack stack;
    private final Map<Path, Integer> lengths = new HashMap<>();

    private LogMark(LocalStack stack) {
        this.stack = stack;
        logs().forEach(log -> lengths.put(log, bytes(log).length));
    }

    /** The place they have reached. */
    public static LogMark of(LocalStack stack) {
        return new LogMark(stack);
    }

    /** What the services themselves have called an error since, shortened for people. */
    public List<String> errors() {
        return logs().flatMap(log -> since(log).filter(LogMark::isError).map(line -> name(log) + " " + readable(line)))
                .toList();
    }

    private Stream<Path> logs() {
        return stack.logs().stream().filter(log -> name(log).contains("-service"));
    }

    private Stream<String> since(Path log) {
        byte[] all = bytes(log);
        int mark = lengths.getOrDefault(log, 0);
        // A shorter one has begun anew.
        int from = mark <= all.length ? mark : 0;
        return new String(Arrays.copyOfRange(all, from, all.length), StandardCharsets.UTF_8).lines();
    }

    /** A line that is no JSON is what a JVM says of itself before it dies. */
    private static boolean isError(String line) {
        try {
            return Json.read(line).path("level").asString("").equals("ERROR");
        } catch (JacksonException e) {
            return true;
        }
    }

    private static String readable(String line) {
        return LogLine.readable(line);
    }

    private static String name(Path log) {
        return log.getFileName().toString();
    }

    private static byte[] bytes(Path log) {
        try {
            return Files.readAllBytes(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
