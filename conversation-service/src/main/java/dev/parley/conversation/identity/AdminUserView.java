package dev.parley.conversation.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** An account as administrators see it. */
@Schema(name = "AdminUser")
@JsonInclude(JsonInclude.Include.ALWAYS)
record AdminUserView(@JsonUnwrapped UserView user, boolean locked, Instant createdAt) {
    static AdminUserView read(ResultSet row) throws SQLException {
        Account account = Account.read(row);
        return new AdminUserView(
                UserView.of(account),
                account.locked(),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
