package dev.parley.conversation.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.platform.security.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account as administrators see it. */
@Schema(name = "AdminUser")
@JsonInclude(JsonInclude.Include.ALWAYS)
record AdminUserView(
        UUID id,
        @Nullable String email,
        String displayName,
        String accountName,
        Set<Role> roles,
        boolean locked,

        @Schema(description = "Where this person signs in; null: here") @Nullable
        String issuer,

        Instant createdAt) {
    static AdminUserView read(ResultSet row) throws SQLException {
        Account account = Account.read(row);
        return new AdminUserView(
                account.id(),
                account.email(),
                account.displayName(),
                account.accountName(),
                account.roles(),
                account.locked(),
                account.issuer(),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
