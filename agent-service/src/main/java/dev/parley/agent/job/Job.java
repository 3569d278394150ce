package dev.parley.agent.job;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job as it is stored. Times are the database's.
 *
 * @param end absent while it is open
 * @param elsewhere whether what it is about goes on elsewhere, also while no worker has it
 * @param attempts how often it was begun until it ended, or until its last run began
 * @param result JSON
 */
record Job(
        UUID id,
        String kind,
        @Nullable JobStatus end,
        boolean elsewhere,
        int attempts,
        byte @Nullable [] result,
        @Nullable JobError error,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {}
