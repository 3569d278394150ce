package dev.parley.platform.work;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of an item, without what it is about.
 *
 * @param state {@code scheduled}, {@code waiting}, {@code running}, {@code done}, {@code cancelled} or {@code dead}
 * @param progress from 0 to 1, as its run last said; absent when none did
 * @param stage what its run last said that it does
 * @param position how many items of its lane come before it; absent when it has ended or is not due yet
 * @param reason why it was given up, or cancelled; for people, as the detail is
 * @param detail the last error, or more about the reason
 */
public record WorkStatus(
        UUID id,
        String kind,
        String lane,
        String tenant,
        State state,
        Counts counts,
        @Nullable Double progress,
        @Nullable String stage,
        @Nullable Long position,
        @Nullable String reason,
        @Nullable String detail,
        Times times) {

    /** Where it is in its life. */
    public enum State {
        SCHEDULED,
        WAITING,
        RUNNING,
        DONE,
        CANCELLED,
        DEAD
    }

    /**
     * How often it was claimed, failed by its own errors, and lost its worker.
     */
    public record Counts(int attempts, int failures, int crashes) {}

    /** By the database's clock. */
    public record Times(
            Instant receivedAt,
            Instant dueAt,
            @Nullable Instant expiresAt,
            @Nullable Instant deadline,
            @Nullable Instant finishedAt) {}
}
