package dev.parley.conversation.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A refresh token with its sign-in, as its database sees them now.
 *
 * @param usedFor since when the token is used; none when it is not
 * @param open whether the sign-in can be renewed
 */
record SignInRow(UUID id, UUID account, @Nullable Duration usedFor, boolean open) {
    static SignInRow read(ResultSet row) throws SQLException {
        long used = row.getLong("used_for");
        Duration usedFor = row.wasNull() ? null : Duration.ofMillis(used);
        return new SignInRow(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                usedFor,
                row.getBoolean("open"));
    }
}
