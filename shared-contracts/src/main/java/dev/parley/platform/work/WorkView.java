package dev.parley.platform.work;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An item of some service's work, as administrators see it: never what it is about.
 *
 * @param service whose it is
 * @param attempt how often it was begun
 * @param failures how often it failed by its own errors
 * @param code why it was given up or cancelled
 * @param detail the last error, or more about why
 */
@Schema(name = "Work")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record WorkView(
        UUID id,

        @Schema(example = "agent-service") String service,

        @Schema(example = "turn") String kind,

        @Schema(allowableValues = {"scheduled", "waiting", "running", "done", "cancelled", "dead"})
        String state,

        int attempt,
        int failures,
        Instant receivedAt,
        Instant dueAt,
        @Nullable Instant finishedAt,
        @Nullable String code,
        @Nullable String detail) {
    static WorkView of(WorkStatus status, String service) {
        return new WorkView(
                status.id(),
                service,
                status.kind(),
                status.state().name().toLowerCase(Locale.ROOT),
                status.counts().attempts(),
                status.counts().failures(),
                status.times().receivedAt(),
                status.times().dueAt(),
                status.times().finishedAt(),
                status.reason(),
                status.detail());
    }
}
