package dev.parley.conversation.identity;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The tokens that go out by e-mail: 256 random bits each, kept as hashes. Times are the database's own. */
@Repository
class EmailTokens {
    private static final String PREFIX = "pmt_";
    private static final int BYTES = 32;

    /** More would only fill somebody's mailbox. */
    private static final int IN_AN_HOUR = 5;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;

    EmailTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A token that was just made.
     *
     * @param text what its owner gets, and nobody else
     */
    record Issued(String text, Instant expiresAt) {
        @Override
        public String toString() {
            return "Issued until " + expiresAt;
        }
    }

    /**
     * Makes a token, which ends those before it.
     *
     * @param request what it is made for
     * @return none when there is one for this request already, or the account has got too many for this purpose within an hour
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Issued> issue(UUID request, UUID account, EmailPurpose purpose) {
        lock(account);
        if (!isDue(request, account, purpose)) {
            return Optional.empty();
        }
        endAll(account, purpose);
        String token = newToken();
        Instant expiresAt = jdbc.sql("""
                        insert into email_token (hash, request_id, account_id, purpose, expires_at)
                        values (:hash, :request, :account, :purpose, clock_timestamp() + :lifetime * interval '1 s')
                        returning expires_at""")
                .param("hash", RefreshTokens.hash(token))
                .param("request", request)
                .param("account", account)
                .param("purpose", purpose.word())
                .param("lifetime", purpose.lifetime().toSeconds())
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        return Optional.of(new Issued(token, expiresAt));
    }

    /** Whose it is, when it is still good for something. */
    Optional<UUID> owner(String token, EmailPurpose purpose) {
        return jdbc.sql("select account_by_email_token(:hash, :purpose)")
                .param("hash", RefreshTokens.hash(token))
                .param("purpose", purpose.word())
                .query((row, _) -> row.getObject(1, UUID.class))
                .optional();
    }

    /** Takes a token of the transaction's tenant that is still good. Of many at once only one gets it. */
    boolean use(String token, EmailPurpose purpose) {
        return jdbc.sql("""
                        update email_token set ended_at = clock_timestamp()
                         where hash = :hash and purpose = :purpose and ended_at is null and expires_at > clock_timestamp()
                           and exists (select from account where id = account_id and locked_at is null)""")
                        .param("hash", RefreshTokens.hash(token))
                        .param("purpose", purpose.word())
                        .update()
                == 1;
    }

    void endAll(UUID account, EmailPurpose purpose) {
        jdbc.sql("""
                        update email_token set ended_at = clock_timestamp()
                         where account_id = :account and purpose = :purpose and ended_at is null""").param("account", account).param("purpose", purpose.word()).update();
    }

    /** Drops what has been good for nothing for a day. */
    void clean() {
        jdbc.sql("delete from email_token where expires_at < now() - interval '1 day'")
                .update();
    }

    /** Two requests at once count one after the other. */
    private void lock(UUID account) {
        jdbc.sql("select from account where id = :account for update")
                .param("account", account)
                .query()
                .listOfRows();
    }

    private boolean isDue(UUID request, UUID account, EmailPurpose purpose) {
        return jdbc.sql("""
                        select count(*) filter (where purpose = :purpose
                                                  and issued_at > clock_timestamp() - interval '1 hour') < :most
                               and count(*) filter (where request_id = :request) = 0
                          from email_token where account_id = :account""")
                .param("purpose", purpose.word())
                .param("most", IN_AN_HOUR)
                .param("request", request)
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    private String newToken() {
        byte[] token = new byte[BYTES];
        random.nextBytes(token);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }
}
