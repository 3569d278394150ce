package dev.parley.system.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** Shows, when a test has failed, the end of what was logged meanwhile. */
final class LogsOfFailures implements BeforeEachCallback, TestWatcher {
    private static final int LINES = 20;

    private final Map<Path, Integer> lengths = new HashMap<>();

    @Override
    public void beforeEach(ExtensionContext context) {
        lengths.clear();
        logs(context).forEach(log -> lengths.put(log, bytes(log).length));
    }

    @Override
    public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
        System.out.println("\n" + context.getRequiredTestClass().getSimpleName() + "." + context.getDisplayName()
                + " has failed. Meanwhile the services have said:");
        logs(context).forEach(this::show);
    }

    private void show(Path log) {
        List<String> lines = linesSince(log, lengths.getOrDefault(log, 0));
        if (lines.isEmpty()) {
            return;
        }
        System.out.println("── " + log);
        lines.stream()
                .skip(Math.max(0, lines.size() - LINES))
                .map(LogLine::readable)
                .forEach(line -> System.out.println("  | " + line));
    }

    private static List<Path> logs(ExtensionContext context) {
        return StackParameters.stacks(context).started().stream()
                .flatMap(stack -> stack.logs().stream())
                .toList();
    }

    private static List<String> linesSince(Path log, int length) {
        byte[] all = bytes(log);
        // A shorter one has begun anew.
        int from = length <= all.length ? length : 0;
        return new String(Arrays.copyOfRange(all, from, all.length), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private static byte[] bytes(Path log) {
        try {
            return Files.readAllBytes(log);
        } catch (IOException e) {
            return e.toString().getBytes(StandardCharsets.UTF_8);
        }
    }
}
