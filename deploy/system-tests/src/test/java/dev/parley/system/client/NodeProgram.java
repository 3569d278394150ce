package dev.parley.system.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program in {@code clients}, with the libraries that its package-lock.json names. */
final class NodeProgram {
    private static final Path FOLDER = Path.of("clients").toAbsolutePath();
    private static final long LONGEST_S = 60;
    private static final int OLDEST_NODE = 20;

    private NodeProgram() {}

    /** Runs it to its good end. Skipped where there is no node of this age, or nobody has run {@code npm ci}. */
    static void run(String program, String... arguments) {
        assumeTrue(Files.isDirectory(FOLDER.resolve("node_modules")), "npm ci was not run in clients");
        assumeTrue(isNewEnough(), "the clients need node 20 or newer");
        List<String> command =
                Stream.concat(Stream.of("node", program), Stream.of(arguments)).toList();
        try {
            Process process = new ProcessBuilder(command)
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .start();
            boolean ended = process.waitFor(LONGEST_S, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly().waitFor();
            }
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(ended).as(said).isTrue();
            assertThat(process.exitValue()).as(said).isZero();
            assertThat(said).endsWith("ok\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean isNewEnough() {
        try {
            Process process = new ProcessBuilder("node", "--version").start();
            String version = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(version.strip().replaceFirst("v(\\d+).*", "$1")) >= OLDEST_NODE;
        } catch (IOException | NumberFormatException noNode) {
            return false;
        }
    }
}
