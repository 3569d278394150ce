package dev.parley.local.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A process that cannot be mistaken for a later one with the same number. */
public record ProcessId(long pid, Instant startedAt) {

    /** Start times are computed from the time of boot, which moves a little when the clock is corrected. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    public static ProcessId of(ProcessHandle process) {
        return new ProcessId(process.pid(), startOf(process));
    }

    /** The process, if it still runs. */
    public Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::startedTogether);
    }

    private boolean startedTogether(ProcessHandle process) {
        return Duration.between(startedAt, startOf(process)).abs().compareTo(TOLERANCE) <= 0;
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
