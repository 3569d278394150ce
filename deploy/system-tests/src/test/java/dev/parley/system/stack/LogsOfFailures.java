package dev.parley.system.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;
import org.jspecify.annotations.Nullable;

/** Shows, when a test has failed, how the logs of the stacks end. */
final class LogsOfFailures implements TestWatcher {
    private static final int LINES = 12;
    private static final int LONGEST = 1_200;

    @Override
    public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
        System.out.println("\n" + context.getRequiredTestClass().getSimpleName() + "." + context.getDisplayName()
                + " has failed. The logs end:");
        StackParameters.stacks(context).started().stream()
                .flatMap(stack -> stack.logs().stream())
                .forEach(LogsOfFailures::show);
    }

    private static void show(Path log) {
        List<String> lines = lines(log);
        System.out.println("── " + log);
        lines.subList(Math.max(0, lines.size() - LINES), lines.size())
                .forEach(line ->
                        System.out.println("  | " + line.substring(0, Math.min(line.length(), LONGEST))));
    }

    private static List<String> lines(Path log) {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            return List.of(e.toString());
        }
    }
}
