package dev.parley.system.stack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Runs the commands of {@code deploy/local} as people do. */
final class Command {
    /** The folder of the checkout. */
    static final Path ROOT = root();

    private Command() {}

    /** What a command has said, and how it ended. */
    record Result(int code, List<String> lines) {
        String text() {
            return String.join("\n", lines);
        }
    }

    /** Runs it to its end; every line that it says is told at once. */
    static Result run(Map<String, String> environment, Consumer<String> told, String command, String... arguments) {
        List<String> whole = new ArrayList<>(
                List.of(ROOT.resolve("deploy").resolve("local").resolve(command).toString()));
        whole.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(whole).directory(ROOT.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            List<String> lines = new ArrayList<>();
            try (BufferedReader output = process.inputReader()) {
                for (String line = output.readLine(); line != null; line = output.readLine()) {
                    lines.add(line);
                    told.accept(line);
                }
            }
            return new Result(process.waitFor(), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("deploy").resolve("local").resolve("up"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("These tests run in a checkout: no deploy/local/up above "
                        + Path.of("").toAbsolutePath());
            }
        }
        return folder;
    }
}
