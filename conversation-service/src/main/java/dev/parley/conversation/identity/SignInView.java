package dev.parley.conversation.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A sign-in as its owner sees it. */
@Schema(name = "Session")
@JsonInclude(JsonInclude.Include.ALWAYS)
record SignInView(
        UUID id,
        @Schema(description = "Where it began") String address,
        @Nullable String userAgent,
        Instant createdAt,
        Instant lastUsedAt,
        Instant expiresAt,

        @Schema(description = "Whether it is the one that asks")
        boolean current) {
    static SignInView read(ResultSet row, UUID current) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new SignInView(
                id,
                row.getString("address"),
                row.getString("user_agent"),
                instant(row, "created_at"),
                instant(row, "last_used_at"),
                instant(row, "expires_at"),
                id.equals(current));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
