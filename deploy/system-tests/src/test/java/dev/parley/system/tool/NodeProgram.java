package dev.parley.system.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program of {@code src/test/node} with the packages that its lock file names, run outside the source tree. */
final class NodeProgram {
    private static final int PATIENCE_S = 120;

    private final Path folder;

    private NodeProgram(Path folder) {
        this.folder = folder;
    }

    /** Where the system has Node.js and its package manager; the test is skipped where not. */
    static NodeProgram installed(String name) {
        assumeTrue(isThere("node") && isThere("npm"), "Node.js is not installed");
        Path folder = Path.of("target", "node", name);
        try {
            Files.createDirectories(folder);
            for (Path file : files(Path.of("src", "test", "node", name))) {
                Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var program = new NodeProgram(folder);
        var _ = program.run(Map.of(), "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline");
        return program;
    }

    /** What it says. */
    String run(String file, Map<String, String> environment) {
        return run(environment, "node", file);
    }

    private String run(Map<String, String> environment, String... command) {
        Path said = folder.resolve("output.txt").toAbsolutePath();
        ProcessBuilder builder = new ProcessBuilder(List.of(command))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            boolean ended = process.waitFor(PATIENCE_S, TimeUnit.SECONDS);
            process.destroy();
            String output = Files.readString(said);
            assertThat(ended && process.exitValue() == 0).as(output).isTrue();
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> files(Path source) throws IOException {
        try (Stream<Path> files = Files.list(source)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
