package dev.parley.local.database;

import dev.parley.local.process.Processes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The server's main process. */
final class Postmaster {

    /** Recovery after a crash may have much to replay. */
    private static final Duration START = Duration.ofMinutes(2);

    private static final Duration FAST_STOP = Duration.ofSeconds(30);
    private static final int POLL_MS = 20;

    private final Process process;

    private Postmaster(Process process) {
        this.process = process;
    }

    static Postmaster start(Cluster cluster, int port, PostgresOptions options, Path log) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-D", cluster.folder().toString(), "-p", "" + port));
        for (String setting : settings(options)) {
            arguments.add("-c");
            arguments.add(setting);
        }
        Process process = cluster.command("postgres", arguments)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        Postmaster postmaster = new Postmaster(process);
        postmaster.awaitReady(new PostmasterPid(cluster.folder()), log);
        return postmaster;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Fast mode: open transactions are rolled back, everything is on disk when it returns. */
    void stop() {
        if (!process.isAlive()) {
            return;
        }
        Processes.signal(handle(), "INT");
        if (!Processes.ended(handle(), FAST_STOP)) {
            // Immediate mode: the next start recovers from the write-ahead log.
            Processes.signal(handle(), "QUIT");
            Processes.ended(handle(), FAST_STOP);
        }
    }

    private static List<String> settings(PostgresOptions options) {
        String durability = options.durable() ? "on" : "off";
        return List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "max_connections=200",
                "wal_level=logical",
                "max_replication_slots=16",
                "max_wal_senders=16",
                // A reader that is gone for good must not fill the disk.
                "max_slot_wal_keep_size=" + options.slotWal(),
                "fsync=" + durability,
                "synchronous_commit=" + durability,
                "full_page_writes=" + durability);
    }

    private void awaitReady(PostmasterPid pid, Path log) throws IOException {
        long deadline = System.nanoTime() + START.toNanos();
        while (!pid.isReady(process.pid())) {
            if (waitedForExit()) {
                throw new IllegalStateException("PostgreSQL ended while starting, see " + log);
            }
            if (System.nanoTime() > deadline) {
                stop();
                throw new IllegalStateException(
                        "PostgreSQL was not ready after " + START.toSeconds() + " s, see " + log);
            }
        }
    }

    private boolean waitedForExit() {
        try {
            return process.waitFor(POLL_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            stop();
            throw Processes.interrupted(e);
        }
    }
}
