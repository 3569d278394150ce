package dev.parley.agent.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.platform.messaging.WireJson;
import dev.parley.platform.work.WorkStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A job as its owner sees it. */
@Schema(name = "Job")
@JsonInclude(JsonInclude.Include.ALWAYS)
record JobView(
        UUID id,
        @Schema(example = "ingestion") String kind,
        JobStatus status,
        @Schema(minimum = "0", maximum = "1") double progress,

        @Schema(description = "What it does just now", example = "embedding") @Nullable
        String stage,

        @Schema(description = "How often it was begun") int attempts,

        @Schema(description = "Of one that succeeded; what is in it depends on the kind", type = "object") @Nullable
        JsonNode result,

        @Nullable JobError error,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    /** @param work where it is in the queue; absent when nobody knows it any more */
    static JobView of(Job job, Optional<WorkStatus> work) {
        JobStatus status = status(job, work);
        return new JobView(
                job.id(),
                job.kind(),
                status,
                status == JobStatus.SUCCEEDED
                        ? 1
                        : work.map(WorkStatus::progress).orElse(0.0),
                status.isEnd() ? null : work.map(WorkStatus::stage).orElse(null),
                job.attempts(),
                job.result() == null ? null : WireJson.mapper().readTree(job.result()),
                job.error(),
                job.createdAt(),
                job.startedAt(),
                job.finishedAt());
    }

    private static JobStatus status(Job job, Optional<WorkStatus> work) {
        if (job.end() != null) {
            return job.end();
        }
        boolean running = job.elsewhere() || work.map(WorkStatus::state).equals(Optional.of(WorkStatus.State.RUNNING));
        return running ? JobStatus.RUNNING : JobStatus.QUEUED;
    }
}
