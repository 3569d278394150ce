package dev.parley.conversation.identity;

import dev.parley.platform.security.Role;
import dev.parley.platform.web.Cursor;
import dev.parley.platform.web.Limit;
import dev.parley.platform.web.Page;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All accounts, for administrators. */
@Repository
class AdminAccounts {
    /** Behind which everything comes. */
    private static final Cursor BEGIN = Cursor.of(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

    private final JdbcClient jdbc;

    AdminAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first. Text is a part of e-mail or name; none for all. */
    Page<AdminUserView> find(@Nullable String text, @Nullable Cursor cursor, Limit limit) {
        Cursor after = cursor == null ? BEGIN : cursor;
        List<AdminUserView> found = jdbc.sql("""
                        select * from account
                         where (created_at, id) < (:at, :id)
                           and (cast(:text as text) is null or strpos(email_key, :text) > 0
                                or strpos(lower(display_name), :text) > 0 or strpos(account_name, :text) > 0)
                         order by created_at desc, id desc limit :limit""")
                .param("at", after.instant(0).atOffset(ZoneOffset.UTC))
                .param("id", after.uuid(1))
                .param("text", text == null ? null : text.toLowerCase(Locale.ROOT))
                .param("limit", limit.plusOne())
                .query((row, _) -> AdminUserView.read(row))
                .list();
        return Page.of(found, limit, last -> Cursor.of(last.createdAt(), last.id()));
    }

    /** Those that there are, in the order of their ids, by everybody: so none waits for others in a ring. */
    List<AdminUserView> lock(List<UUID> ids) {
        return jdbc.sql("select * from account where id = any (:ids) order by id for update")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, _) -> AdminUserView.read(row))
                .list();
    }

    /** One account, if it is there, and all administrators': in the same order. */
    List<AdminUserView> lockWithAdministrators(UUID id) {
        return jdbc.sql("select * from account where id = :id or 'admin' = any (roles) order by id for update")
                .param("id", id)
                .query((row, _) -> AdminUserView.read(row))
                .list();
    }

    void setRoles(UUID id, Set<Role> roles) {
        jdbc.sql("update account set roles = :roles, updated_at = now() where id = :id")
                .param("id", id)
                .param(
                        "roles",
                        roles.stream()
                                .map(role -> role.name().toLowerCase(Locale.ROOT))
                                .toArray(String[]::new))
                .update();
    }

    void setLocked(UUID id, boolean locked) {
        jdbc.sql("update account set locked_at = case when :locked then now() end, updated_at = now() where id = :id")
                .param("id", id)
                .param("locked", locked)
                .update();
    }
}
