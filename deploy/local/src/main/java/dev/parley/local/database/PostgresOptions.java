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
 * @param slotWal what of the write-ahead log is kept at most for a reader of it that does not come along, such as {@code 1GB}
 * @param stopWithJvm whether the server is stopped when this JVM ends without a close
 */
public record PostgresOptions(
        Path dataDir, Path binariesDir, int port, Path log, boolean durable, String slotWal, boolean stopWithJvm) {
    private static final String SLOT_WAL = "1GB";

    public static PostgresOptions of(Path dataDir, Path binariesDir, int port) {
        return new PostgresOptions(dataDir, binariesDir, port, dataDir.resolve("postgres.log"), true, SLOT_WAL, true);
    }

    /** Survives the crash of its process, not of the machine; several times faster where a commit waits for a disk. */
    public PostgresOptions withoutDurability() {
        return new PostgresOptions(dataDir, binariesDir, port, log, false, slotWal, stopWithJvm);
    }

    public PostgresOptions withLog(Path file) {
        return new PostgresOptions(dataDir, binariesDir, port, file, durable, slotWal, stopWithJvm);
    }

    public PostgresOptions keepingForSlots(String size) {
        return new PostgresOptions(dataDir, binariesDir, port, log, durable, size, stopWithJvm);
    }

    /** The caller stops the server, in an order of its own. */
    public PostgresOptions stoppedByCaller() {
        return new PostgresOptions(dataDir, binariesDir, port, log, durable, slotWal, false);
    }
}
