package dev.parley.conversation.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.JWKGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.parley.platform.security.SigningAlgorithm;
import dev.parley.platform.security.TokenSettings;
import dev.parley.platform.time.IdSource;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The signing keys that there are, read again every few seconds, since another replica may have made one. The first is made
 * when it is needed. Thread-safe.
 */
@Component
class KeyRing {
    private static final int RSA_BITS = 2048;
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final SigningKeys keys;
    private final TransactionTemplate transactions;
    private final SigningAlgorithm algorithm;
    private final IdSource ids;
    private volatile long readAt;
    private volatile List<SigningKey> known = List.of();

    KeyRing(SigningKeys keys, TransactionTemplate transactions, TokenSettings settings, IdSource ids) {
        this.keys = keys;
        this.transactions = transactions;
        this.algorithm = settings.algorithm();
        this.ids = ids;
    }

    /** Whether there are any: a secret that is shared needs no keys. */
    boolean isUsed() {
        return algorithm != SigningAlgorithm.HS256;
    }

    /** With the private part. */
    JWK pair(SigningKey key) {
        return keys.pair(key.id());
    }

    /** What new tokens are signed with. */
    SigningKey current() {
        SigningKey found = newest(fresh());
        return found == null ? first() : found;
    }

    /** What tokens can be verified with. */
    JWKSet published() {
        return isUsed() ? new JWKSet(fresh().stream().map(SigningKey::publicKey).toList()) : new JWKSet();
    }

    /** Makes the key that signs next, after the notice. */
    SigningKey rotate(Duration notice) {
        JWK pair = generate();
        keys.add(pair, algorithm.name(), notice);
        // Not for others yet: the transaction may still fail.
        return keys.all().stream()
                .filter(key -> key.id().equals(pair.getKeyID()))
                .findFirst()
                .orElseThrow();
    }

    /** Those that a token names. */
    List<JWK> find(JWKSelector selector) {
        List<JWK> found = select(selector, fresh());
        return found.isEmpty()
                        && System.nanoTime() - readAt > Duration.ofSeconds(1).toNanos()
                ? select(selector, reread())
                : found;
    }

    private static List<JWK> select(JWKSelector selector, List<SigningKey> from) {
        return selector.select(
                new JWKSet(from.stream().map(SigningKey::publicKey).toList()));
    }

    private List<SigningKey> fresh() {
        return known.isEmpty() || System.nanoTime() - readAt > FRESH.toNanos() ? reread() : known;
    }

    private List<SigningKey> reread() {
        List<SigningKey> read = keys.all();
        known = read;
        readAt = System.nanoTime();
        return read;
    }

    private SigningKey first() {
        transactions.executeWithoutResult(_ -> {
            keys.lock();
            if (newest(keys.all()) == null) {
                keys.add(generate(), algorithm.name(), Duration.ZERO);
            }
        });
        return Objects.requireNonNull(newest(reread()));
    }

    private @Nullable SigningKey newest(List<SigningKey> from) {
        return from.stream()
                .filter(key -> key.algorithm().equals(algorithm.name()))
                .filter(SigningKey::due)
                .findFirst()
                .orElse(null);
    }

    private JWK generate() {
        JWKGenerator<? extends JWK> generator =
                algorithm == SigningAlgorithm.ES256 ? new ECKeyGenerator(Curve.P_256) : new RSAKeyGenerator(RSA_BITS);
        try {
            return generator
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(algorithm.jose())
                    .keyID(ids.next().toString())
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("a signing key cannot be made", e);
        }
    }
}
