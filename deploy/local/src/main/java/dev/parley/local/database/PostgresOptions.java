package dev.parley.local.database;

import java.nio.file.Path;

/**
 * How to run a server.
 *
 * @param dataDir kept between runs
 * @param binariesDir where the binaries are unpacked, may be shared by many servers
 * @param port 0 for a free one
 * @param log what the server writes to its standard output and error, appended
 * @param durable false trades safety against a crash of the machine for speed: for tests
 * @param stopWithJvm whether the server is stopped when this JVM ends without a close
 */
public record PostgresOptions(
        Path dataDir, Path binariesDir, int port, Path log, boolean durable, boolean stopWithJvm) {

    public static PostgresOptions of(Path dataDir, Path binariesDir, int port) {
        return new PostgresOptions(dataDir, binariesDir, port, dataDir.resolve("postgres.log"), true, true);
    }

    /** Survives the crash of its process, not of the machine; several times faster where a commit waits for a disk. */
    public PostgresOptions withoutDurability() {
        return new PostgresOptions(dataDir, binariesDir, port, log, false, stopWithJvm);
    }

    public PostgresOptions withLog(Path file) {
        return new PostgresOptions(dataDir, binariesDir, port, file, durable, stopWithJvm);
    }

    /** The caller stops the server, in an order of its own. */
    public PostgresOptions stoppedByCaller() {
        return new PostgresOptions(dataDir, binariesDir, port, log, durable, false);
    }
}
