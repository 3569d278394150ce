package dev.parley.conversation.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file with all of somebody's data, made or to be made.
 *
 * @param size in bytes; absent until it is there
 * @param error why there will be none
 */
record Export(
        UUID id,
        UUID user,
        Instant requestedAt,
        @Nullable Instant finishedAt,
        @Nullable Long size,
        @Nullable String error,
        Instant expiresAt) {
    static Export read(ResultSet row) throws SQLException {
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        return new Export(
                row.getObject("id", UUID.class),
                row.getObject("user_id", UUID.class),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant(),
                row.getObject("size_bytes", Long.class),
                row.getString("error"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }
}
