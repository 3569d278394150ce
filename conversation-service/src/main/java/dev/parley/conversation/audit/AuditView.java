package dev.parley.conversation.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry of the audit log. */
@Schema(name = "AuditEntry")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AuditView(
        UUID id,
        Instant at,

        @Schema(example = "user:01a1f8f0-0000-7000-8000-000000000001")
        String actor,

        @Schema(example = "sign_in") String action,
        @Schema(allowableValues = {"succeeded", "refused"}) String outcome,
        @Nullable String target,
        @Nullable String detail,
        @Nullable String address) {
    static AuditView read(ResultSet row) throws SQLException {
        return new AuditView(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("action"),
                row.getString("outcome"),
                row.getString("target"),
                row.getString("detail"),
                row.getString("address"));
    }
}
