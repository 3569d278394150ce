package dev.parley.conversation.identity;

import dev.parley.platform.security.AccessToken;
import dev.parley.platform.security.ForeignUser;
import dev.parley.platform.security.Role;
import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The accounts of people who sign in at another issuer. */
@Repository
class ForeignAccounts {
    private final JdbcClient jdbc;

    ForeignAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is known of one.
     *
     * @param rolesToldAt when the token was made that has said last what its roles are
     */
    record Known(boolean locked, Instant rolesToldAt) {}

    Optional<Known> find(UUID id) {
        return jdbc.sql("select locked_at, roles_told_at from account where id = :id and issuer is not null")
                .param("id", id)
                .query((row, _) -> new Known(
                        row.getTimestamp("locked_at") != null,
                        row.getObject("roles_told_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /**
     * Adds one.
     *
     * @param email as its issuer has confirmed it
     * @return false when it is there, or the e-mail or the account name is somebody's already; nothing is changed then
     */
    boolean add(AccessToken token, ForeignUser user, @Nullable Email email, String displayName, String accountName) {
        return jdbc.sql("""
                        insert into account (id, email, email_key, email_verified_at, display_name, account_name, roles,
                                             issuer, subject, roles_told_at, created_at, updated_at)
                        values (:id, :email, :key, case when cast(:key as text) is not null then now() end, :name, :account,
                                :roles, :issuer, :subject, :told, now(), now()) on conflict do nothing""")
                        .param("id", token.user())
                        .param("email", email == null ? null : email.text())
                        .param("key", email == null ? null : email.key())
                        .param("name", displayName)
                        .param("account", accountName)
                        .param("roles", names(token.roles()))
                        .param("issuer", user.issuer())
                        .param("subject", user.subject())
                        .param("told", user.issuedAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /**
     * What the newest token says; one that is older than what is known changes nothing.
     *
     * @return the roles before, if this one is the newest
     */
    Optional<Set<Role>> tellRoles(AccessToken token, ForeignUser user) {
        return jdbc.sql("""
                        update account set roles = :roles, roles_told_at = :told, updated_at = now()
                          from (select roles as before from account where id = :id for update)
                         where id = :id and roles_told_at < :told
                        returning before""")
                .param("id", token.user())
                .param("roles", names(token.roles()))
                .param("told", user.issuedAt().atOffset(ZoneOffset.UTC))
                .query((row, _) -> roles(row.getArray("before")))
                .optional();
    }

    private static Set<Role> roles(Array names) throws SQLException {
        return Arrays.stream((String[]) names.getArray())
                .map(name -> Role.valueOf(name.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String[] names(Set<Role> roles) {
        return roles.stream()
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .sorted()
                .toArray(String[]::new);
    }
}
