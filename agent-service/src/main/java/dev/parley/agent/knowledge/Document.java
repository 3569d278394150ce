package dev.parley.agent.knowledge;

import dev.parley.agent.job.JobError;
import dev.parley.agent.knowledge.text.DocumentType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A document as it is stored. Times are the database's. */
record Document(
        UUID id,
        String title,
        DocumentType type,
        long size,
        UUID file,
        UUID job,
        DocumentStatus status,
        @Nullable JobError error,
        int chunks,
        Instant createdAt,
        @Nullable Instant readyAt) {

    static Document read(ResultSet row, int line) throws SQLException {
        String code = row.getString("error_code");
        OffsetDateTime ready = row.getObject("ready_at", OffsetDateTime.class);
        return new Document(
                row.getObject("id", UUID.class),
                row.getString("title"),
                DocumentType.of(row.getString("type")),
                row.getLong("size_bytes"),
                row.getObject("file_id", UUID.class),
                row.getObject("job_id", UUID.class),
                DocumentStatus.of(row.getString("status")),
                code == null ? null : new JobError(code, row.getString("error_detail")),
                row.getInt("chunks"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                ready == null ? null : ready.toInstant());
    }
}
