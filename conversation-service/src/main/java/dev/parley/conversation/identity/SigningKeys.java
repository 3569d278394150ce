package dev.parley.conversation.identity;

import com.nimbusds.jose.jwk.JWK;
import dev.parley.platform.secret.SealBroken;
import dev.parley.platform.secret.Secrets;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All signing keys. Their private parts are sealed. */
@Repository
class SigningKeys {
    private final JdbcClient jdbc;
    private final Secrets secrets;

    SigningKeys(JdbcClient jdbc, Secrets secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    /** Keeps others from making keys until the transaction ends: of replicas that start together one makes the first. */
    void lock() {
        jdbc.sql("lock table signing_key in share row exclusive mode").update();
    }

    /** Those that tokens may be signed with, newest first. */
    List<SigningKey> all() {
        return jdbc.sql(
                        "select *, signs_from <= clock_timestamp() as due from signing_key order by signs_from desc, id")
                .query((row, _) -> read(row))
                .list();
    }

    /** @param notice how long it is published before it signs */
    void add(JWK pair, String algorithm, Duration notice) {
        jdbc.sql("""
                        insert into signing_key (id, algorithm, public_key, sealed_private_key, signs_from)
                        values (:id, :algorithm, :public, :private, now() + :notice * interval '1 ms')""")
                .param("id", pair.getKeyID())
                .param("algorithm", algorithm)
                .param("public", pair.toPublicJWK().toJSONString())
                .param("private", secrets.seal(bytes(pair.toJSONString()), context(pair.getKeyID())))
                .param("notice", notice.toMillis())
                .update();
    }

    /** Drops keys that another one has followed for so long that no token of theirs is left. */
    void dropFollowed(Duration since) {
        jdbc.sql("""
                        delete from signing_key as old where exists (
                            select from signing_key as next
                             where next.signs_from > old.signs_from and next.signs_from < now() - :since * interval '1 ms')""").param("since", since.toMillis()).update();
    }

    /**
     * A key with its private part.
     *
     * @throws SealBroken when it was sealed with another {@code SECRET_KEY}
     */
    JWK pair(String id) {
        byte[] sealed = jdbc.sql("select sealed_private_key from signing_key where id = :id")
                .param("id", id)
                .query((row, _) -> row.getBytes("sealed_private_key"))
                .single();
        return parse(new String(secrets.open(sealed, context(id)), StandardCharsets.UTF_8));
    }

    private static SigningKey read(ResultSet row) throws SQLException {
        return new SigningKey(
                parse(row.getString("public_key")),
                row.getString("algorithm"),
                row.getObject("signs_from", OffsetDateTime.class).toInstant(),
                row.getBoolean("due"));
    }

    private static JWK parse(String text) {
        try {
            return JWK.parse(text);
        } catch (ParseException e) {
            throw new IllegalStateException("what is kept as a signing key is none", e);
        }
    }

    private static String context(String id) {
        return "signing-key:" + id;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
