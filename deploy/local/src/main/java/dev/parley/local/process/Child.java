package dev.parley.local.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;

/** A program that we started and may end. */
public final class Child {

    private static final Duration KILLED = Duration.ofSeconds(10);

    private final Process process;

    private Child(Process process) {
        this.process = process;
    }

    public static Child start(Launch launch) {
        ProcessBuilder builder = new ProcessBuilder(launch.command())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                // Straight to the file: the program neither waits for us nor dies with us.
                .redirectOutput(ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
        builder.environment().clear();
        builder.environment().putAll(launch.environment());
        try {
            Files.createDirectories(launch.log().toAbsolutePath().getParent());
            return new Child(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + launch.name(), e);
        }
    }

    public Process process() {
        return process;
    }

    /** Asks the program to end, and kills it when the grace is over. */
    public void stop(Duration grace) {
        process.destroy();
        if (!Processes.ended(process.toHandle(), grace)) {
            process.destroyForcibly();
            Processes.ended(process.toHandle(), KILLED);
        }
    }
}
