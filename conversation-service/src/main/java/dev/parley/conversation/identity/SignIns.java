package dev.parley.conversation.identity;

import dev.parley.platform.time.IdSource;
import dev.parley.platform.web.Cursor;
import dev.parley.platform.web.Limit;
import dev.parley.platform.web.Page;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sign-ins of the transaction's tenant with their refresh tokens. Times are the database's own, which all replicas agree on. */
@Repository
class SignIns {
    /** Behind which everything comes: ids grow with time. */
    private static final Cursor BEGIN = Cursor.of(new UUID(-1, -1));

    private final JdbcClient jdbc;
    private final IdSource ids;

    SignIns(JdbcClient jdbc, IdSource ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    UUID begin(UUID account, Client client, Duration lifetime) {
        UUID id = ids.next();
        jdbc.sql("""
                        insert into sign_in (id, account_id, address, user_agent, expires_at)
                        values (:id, :account, :address, :agent, now() + :lifetime * interval '1 s')""")
                .param("id", id)
                .param("account", account)
                .param("address", client.address())
                .param("agent", client.userAgent())
                .param("lifetime", lifetime.toSeconds())
                .update();
        return id;
    }

    void addToken(UUID signIn, byte[] hash) {
        jdbc.sql("insert into refresh_token (hash, sign_in_id) values (:hash, :id)")
                .param("hash", hash)
                .param("id", signIn)
                .update();
    }

    /** Takes the sign-in's lock for the rest of the transaction: whoever else has a token of it waits. */
    Optional<SignInRow> lock(byte[] tokenHash) {
        return jdbc.sql("select * from sign_in_by_token(:hash)")
                .param("hash", tokenHash)
                .query((row, _) -> SignInRow.read(row))
                .optional();
    }

    /** Whether it is there and was not used yet. */
    boolean isUnused(byte[] tokenHash) {
        return jdbc.sql("select exists (select from refresh_token where hash = :hash and used_at is null)")
                .param("hash", tokenHash)
                .query(Boolean.class)
                .single();
    }

    void use(UUID id, byte[] tokenHash) {
        jdbc.sql("""
                        with used as (update refresh_token set used_at = clock_timestamp() where hash = :hash)
                        update sign_in set last_used_at = clock_timestamp() where id = :id""").param("hash", tokenHash).param("id", id).update();
    }

    /** @return whether it was open until now */
    boolean end(UUID id, UUID account, EndReason reason) {
        return jdbc.sql("""
                        update sign_in set ended_at = now(), end_reason = :reason
                         where id = :id and account_id = :account and ended_at is null and expires_at > now()""")
                        .param("id", id)
                        .param("account", account)
                        .param("reason", reason.word())
                        .update()
                == 1;
    }

    /** @return those that were open until now */
    List<UUID> endAll(UUID account, EndReason reason) {
        return jdbc.sql("""
                        update sign_in set ended_at = now(), end_reason = :reason
                         where account_id = :account and ended_at is null and expires_at > now() returning id""")
                .param("account", account)
                .param("reason", reason.word())
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Those that can still be renewed, newest first. */
    Page<SignInView> openOf(UUID account, UUID current, @Nullable Cursor cursor, Limit limit) {
        List<SignInView> found = jdbc.sql("""
                        select * from sign_in
                         where account_id = :account and id < :before and ended_at is null and expires_at > now()
                         order by id desc limit :limit""")
                .param("account", account)
                .param("before", (cursor == null ? BEGIN : cursor).uuid(0))
                .param("limit", limit.plusOne())
                .query((row, _) -> SignInView.read(row, current))
                .list();
        return Page.of(found, limit, last -> Cursor.of(last.id()));
    }

    /** Drops what ended or expired a month ago. */
    void clean() {
        jdbc.sql("delete from sign_in where coalesce(ended_at, expires_at) < now() - interval '30 days'")
                .update();
    }
}
