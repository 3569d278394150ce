package dev.parley.conversation.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts and their sign-ins, for who takes them along. */
@Repository
class AccountCopies {
    /** All of an account but how its password is checked. */
    record AccountCopy(
            UUID id,
            @Nullable String email,
            @Nullable String issuer,
            String displayName,
            String accountName,
            List<String> roles,
            @Nullable Instant emailVerifiedAt,
            @Nullable Instant lockedAt,
            Instant createdAt,
            Instant updatedAt) {}

    /** A sign-in, also one that has ended. */
    record SessionCopy(
            UUID id,
            String address,
            @Nullable String userAgent,
            Instant createdAt,
            Instant lastUsedAt,
            Instant expiresAt,
            @Nullable Instant endedAt,
            @Nullable String endReason) {}

    private static final UUID BEGIN = new UUID(-1, -1);

    private final JdbcClient jdbc;

    AccountCopies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<AccountCopy> find(UUID id) {
        return jdbc.sql("select * from account where id = :id")
                .param("id", id)
                .query((row, _) -> account(row))
                .optional();
    }

    /** Newest first, behind one. */
    List<SessionCopy> sessions(UUID account, @Nullable UUID last, int limit) {
        return jdbc.sql("select * from sign_in where account_id = :id and id < :last order by id desc limit :limit")
                .param("id", account)
                .param("last", last == null ? BEGIN : last)
                .param("limit", limit)
                .query((row, _) -> session(row))
                .list();
    }

    private static AccountCopy account(ResultSet row) throws SQLException {
        Account account = Account.read(row);
        return new AccountCopy(
                account.id(),
                account.email(),
                account.issuer(),
                account.displayName(),
                account.accountName(),
                UserView.of(account).roles(),
                instantOrNone(row, "email_verified_at"),
                instantOrNone(row, "locked_at"),
                instant(row, "created_at"),
                instant(row, "updated_at"));
    }

    private static SessionCopy session(ResultSet row) throws SQLException {
        return new SessionCopy(
                row.getObject("id", UUID.class),
                row.getString("address"),
                row.getString("user_agent"),
                instant(row, "created_at"),
                instant(row, "last_used_at"),
                instant(row, "expires_at"),
                instantOrNone(row, "ended_at"),
                row.getString("end_reason"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instantOrNone(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
