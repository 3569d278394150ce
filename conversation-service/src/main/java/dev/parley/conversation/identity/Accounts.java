package dev.parley.conversation.identity;

import dev.parley.platform.security.Role;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts: the transaction's tenant's, but for who is about to prove who it is. */
@Repository
class Accounts {
    private final JdbcClient jdbc;
    private final Clock clock;

    Accounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return false when the e-mail or the account name is somebody's already; nothing is changed then */
    boolean add(Account account, Email email) {
        return jdbc.sql("""
                        insert into account (id, email, email_key, password_hash, display_name, account_name, roles, created_at, updated_at)
                        values (:id, :email, :key, :hash, :name, :account, :roles, :at, :at) on conflict do nothing""")
                        .param("id", account.id())
                        .param("email", email.text())
                        .param("key", email.key())
                        .param("hash", account.passwordHash())
                        .param("name", account.displayName())
                        .param("account", account.accountName())
                        .param("roles", names(account.roles()))
                        .param("at", now())
                        .update()
                == 1;
    }

    Optional<Account> find(UUID id) {
        return jdbc.sql("select * from account where id = :id")
                .param("id", id)
                .query((row, _) -> Account.read(row))
                .optional();
    }

    Optional<Account> find(Email email) {
        return jdbc.sql("select * from account_by_email(:key)")
                .param("key", email.key())
                .query((row, _) -> Account.read(row))
                .optional();
    }

    void rename(UUID id, String displayName) {
        jdbc.sql("update account set display_name = :name, updated_at = :at where id = :id")
                .param("id", id)
                .param("name", displayName)
                .param("at", now())
                .update();
    }

    /** Whether somebody may begin a sign-in who was found to be this a moment ago; until the transaction ends, that stays. */
    boolean isStill(Account account) {
        return jdbc.sql("""
                        select exists (select from account
                                        where id = :id and password_hash is not distinct from :hash and locked_at is null
                                          for share)""")
                .param("id", account.id())
                .param("hash", account.passwordHash())
                .query(Boolean.class)
                .single();
    }

    /** The same password, hashed anew. @return false when the account has another one meanwhile */
    boolean rehash(Account account, String hash) {
        return jdbc.sql("""
                        update account set password_hash = :hash, updated_at = :at
                         where id = :id and password_hash = :old""")
                        .param("id", account.id())
                        .param("hash", hash)
                        .param("old", account.passwordHash())
                        .param("at", now())
                        .update()
                == 1;
    }

    void setPasswordHash(UUID id, String hash) {
        jdbc.sql("update account set password_hash = :hash, updated_at = :at where id = :id")
                .param("id", id)
                .param("hash", hash)
                .param("at", now())
                .update();
    }

    /** @return whether that is new */
    boolean verifyEmail(UUID id) {
        return jdbc.sql("update account set email_verified_at = :at where id = :id and email_verified_at is null")
                        .param("id", id)
                        .param("at", now())
                        .update()
                == 1;
    }

    /** With all that hangs on it: profile, sign-ins, their tokens. */
    void remove(UUID id) {
        jdbc.sql("delete from account where id = :id").param("id", id).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String[] names(Set<Role> roles) {
        return roles.stream().map(role -> role.name().toLowerCase(Locale.ROOT)).toArray(String[]::new);
    }
}
