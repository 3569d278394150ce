package dev.parley.system.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program in {@code clients}, with the libraries that its package-lock.json names. */
public final class NodeProgram {
    private static final Path FOLDER = Path.of("clients").toAbsolutePath();
    private static final Path SAID = Path.of("target").toAbsolutePath();
    private static final long LONGEST_S = 60;
    private static final String INSTALL = ": .ci/run installs what these tests need";

    private final String file;

    private NodeProgram(String file) {
        this.file = file;
    }

    /**
     * Skipped where node is older than this, as its libraries want. Fails where there is none at all, or nobody has run
     * {@code npm ci}.
     */
    public static NodeProgram of(String file, int oldestNode) {
        int version = version();
        if (!Files.isDirectory(FOLDER.resolve("node_modules"))) {
            throw new AssertionError("npm ci was not run in " + FOLDER + INSTALL);
        }
        assumeTrue(version >= oldestNode, file + " needs node " + oldestNode + " or newer, and there is " + version);
        return new NodeProgram(file);
    }

    /** Runs it to its good end. @return what it has said */
    public String run(String... arguments) {
        Path said = SAID.resolve(file + ".txt");
        List<String> command =
                Stream.concat(Stream.of("node", file), Stream.of(arguments)).toList();
        try {
            Process process = new ProcessBuilder(command)
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            boolean ended = process.waitFor(LONGEST_S, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly().waitFor();
            }
            String text = Files.readString(said);
            assertThat(ended).as(text).isTrue();
            assertThat(process.exitValue()).as(text).isZero();
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int version() {
        try {
            Process process = new ProcessBuilder("node", "--version").start();
            try (var said = process.inputReader()) {
                return Integer.parseInt(said.readLine().strip().replaceFirst("v(\\d+).*", "$1"));
            }
        } catch (IOException | NumberFormatException noNode) {
            throw new AssertionError("There is no node on the path" + INSTALL, noNode);
        }
    }
}
