package dev.parley.local.database;

import dev.parley.local.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The file in which a running server names its process and says when it is ready. */
final class PostmasterPid {

    private static final int STATUS_LINE = 7;
    private static final Duration FAST_STOP = Duration.ofSeconds(30);

    private final Path cluster;

    PostmasterPid(Path cluster) {
        this.cluster = cluster;
    }

    /** Whether the server that this process runs accepts connections. */
    boolean isReady(long pid) throws IOException {
        List<String> lines = lines();
        return lines.size() > STATUS_LINE
                && lines.getFirst().strip().equals(Long.toString(pid))
                && lines.get(STATUS_LINE).strip().equals("ready");
    }

    /**
     * Stops a server that a killed launcher left on this cluster, and removes a file whose process is gone: the number
     * may belong to another program by now, and PostgreSQL would refuse to start.
     *
     * @return what was done, if anything
     */
    Optional<String> clearOrphan() throws IOException {
        List<String> lines = lines();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        long pid = Long.parseLong(lines.getFirst().strip());
        Optional<ProcessHandle> orphan = ProcessHandle.of(pid).filter(this::serves);
        if (orphan.isEmpty()) {
            Files.deleteIfExists(file());
            return Optional.of("PostgreSQL was not stopped cleanly last time: it recovers");
        }
        Processes.signal(orphan.get(), "INT");
        if (!Processes.ended(orphan.get(), FAST_STOP)) {
            throw new IllegalStateException("An earlier PostgreSQL server (process " + pid + ") does not stop");
        }
        return Optional.of("Stopped a PostgreSQL server that an earlier run had left (process " + pid + ")");
    }

    private boolean serves(ProcessHandle process) {
        ProcessHandle.Info info = process.info();
        boolean postgres = info.command().orElse("").endsWith("postgres");
        return postgres
                && info.arguments()
                        .map(all -> List.of(all).contains(cluster.toString()))
                        .orElse(true);
    }

    private List<String> lines() throws IOException {
        try {
            return Files.readAllLines(file());
        } catch (NoSuchFileException _) {
            return List.of();
        }
    }

    private Path file() {
        return cluster.resolve("postmaster.pid");
    }
}
