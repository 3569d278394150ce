package dev.parley.testing.backing;

import dev.parley.local.process.Ports;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real Redis that keeps nothing, on a free port; it can die and come back there. Skips a test where there is none. */
public final class RedisServer implements AutoCloseable {

    private final Path program;
    private final int port;
    private Process process;

    private RedisServer(Path program, int port) {
        this.program = program;
        this.port = port;
        this.process = run();
    }

    public static RedisServer start() {
        Path program = find().orElseThrow(() ->
                new AssertionError("There is no redis-server on the path: .ci/run installs what these tests need"));
        return new RedisServer(program, Ports.free());
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    public void die() {
        process.destroyForcibly().onExit().join();
    }

    public void comeBack() {
        process = run();
    }

    /** Lets it take connections and answer nothing, or go on after that. */
    public void signal(String name) {
        try {
            int code = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("kill ended with " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        die();
    }

    private Process run() {
        try {
            Process started = new ProcessBuilder(List.of(
                            program.toString(),
                            "--port",
                            Integer.toString(port),
                            "--bind",
                            "127.0.0.1",
                            "--save",
                            "",
                            "--appendonly",
                            "no",
                            "--dir",
                            Files.createTempDirectory("redis").toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.PIPE)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
            awaitReady(started);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitReady(Process started) throws IOException {
        var lines = started.inputReader();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.contains("Ready to accept connections")) {
                return;
            }
        }
        throw new IllegalStateException("redis-server ended with " + ended(started));
    }

    private static String ended(Process process) {
        try {
            return process.waitFor(5, TimeUnit.SECONDS) ? Integer.toString(process.exitValue()) : "nothing";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Path> find() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, "redis-server"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
