package dev.parley.conversation.privacy;

import dev.parley.contracts.topic.Topic;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** What somebody gets who is erased. */
@Schema(name = "ErasureReceipt")
public record ErasureReceipt(
        UUID id,
        Instant requestedAt,

        @Schema(
                description =
                        "From then on databases hold nothing but the id, as that of somebody erased, and the audit log, which keeps what was done, when and from which address")
        Instant databasesBy,

        @Schema(description = "From then on the logs of events hold nothing but that somebody of this id was erased")
        Instant logsBy) {
    private static final Duration DATABASES = Duration.ofHours(1);

    static ErasureReceipt of(Erasure erasure) {
        Instant at = erasure.requestedAt();
        return new ErasureReceipt(erasure.id(), at, at.plus(DATABASES), at.plus(Topic.longestKept()));
    }
}
