package dev.parley.agent.knowledge;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.agent.job.JobError;
import dev.parley.agent.knowledge.text.DocumentType;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A document as its owner sees it. */
@Schema(name = "Document")
@JsonInclude(JsonInclude.Include.ALWAYS)
record DocumentView(
        UUID id,
        String title,

        @Schema(
                description = "By what is in the file",
                allowableValues = {"txt", "md", "html", "pdf", "docx"})
        DocumentType type,

        @Schema(description = "Of the file") @JsonProperty("bytes")
        long size,

        @Schema(description = "One that is ready is searched")
        DocumentStatus status,

        @Schema(description = "In how many pieces it is searched; 0 until it is ready")
        int chunks,

        @Nullable JobError error,
        UUID jobId,
        Instant createdAt,
        @Nullable Instant readyAt) {
    static DocumentView of(Document document) {
        return new DocumentView(
                document.id(),
                document.title(),
                document.type(),
                document.size(),
                document.status(),
                document.chunks(),
                document.error(),
                document.job(),
                document.createdAt(),
                document.readyAt());
    }
}
