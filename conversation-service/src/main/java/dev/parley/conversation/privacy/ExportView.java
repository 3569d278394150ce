package dev.parley.conversation.privacy;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.platform.work.WorkStatus;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An export as its owner sees it. */
@Schema(name = "Export")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ExportView(
        UUID id,
        @Schema(description = "The same id") UUID jobId,
        @Schema(allowableValues = "export") String kind,
        ExportStatus status,
        @Schema(minimum = "0", maximum = "1") double progress,
        Instant createdAt,
        @Nullable Instant finishedAt,

        @Schema(description = "From then on the file is gone, and another one can be asked for")
        Instant expiresAt,

        @Schema(description = "Of the file") @Nullable Long bytes,
        @Nullable String downloadUrl,
        @Schema(example = "too_large") @Nullable String error) {
    /** @param work how far its making is; absent when nobody knows it any more */
    static ExportView of(Export export, Optional<WorkStatus> work) {
        ExportStatus status = status(export, work);
        boolean there = status == ExportStatus.SUCCEEDED;
        return new ExportView(
                export.id(),
                export.id(),
                "export",
                status,
                there ? 1 : work.map(WorkStatus::progress).orElse(0.0),
                export.requestedAt(),
                export.finishedAt(),
                export.expiresAt(),
                export.size(),
                there ? pathOf(export.id()) + "/file" : null,
                export.error());
    }

    /** Where it is found. */
    public static String pathOf(UUID id) {
        return "/api/v1/users/me/export/" + id;
    }

    private static ExportStatus status(Export export, Optional<WorkStatus> work) {
        if (export.finishedAt() != null) {
            return export.error() == null ? ExportStatus.SUCCEEDED : ExportStatus.FAILED;
        }
        return work.map(WorkStatus::state)
                        .filter(WorkStatus.State.RUNNING::equals)
                        .isPresent()
                ? ExportStatus.RUNNING
                : ExportStatus.QUEUED;
    }
}
