package dev.parley.conversation.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.parley.platform.secret.SealBroken;
import dev.parley.platform.security.AccessToken;
import dev.parley.platform.security.SigningAlgorithm;
import dev.parley.platform.security.TokenSettings;
import dev.parley.platform.settings.Stage;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Signs access tokens: with the current key, or with the secret that all services share. Thread-safe. */
@Component
class TokenSigner {
    private static final JOSEObjectType TYPE = new JOSEObjectType(AccessToken.TYPE);

    /** @param id none for the shared secret */
    private record Signer(@Nullable String id, JWSAlgorithm algorithm, JWSSigner signer) {}

    private final KeyRing ring;
    private final @Nullable Signer shared;
    private volatile @Nullable Signer last;

    TokenSigner(KeyRing ring, TokenSettings settings, Environment environment) throws JOSEException {
        this.ring = ring;
        this.shared = settings.algorithm() == SigningAlgorithm.HS256
                ? new Signer(null, JWSAlgorithm.HS256, new MACSigner(settings.secret(Stage.of(environment))))
                : null;
    }

    String sign(JWTClaimsSet claims) {
        Signer signer = shared != null ? shared : current();
        var token = new SignedJWT(
                new JWSHeader.Builder(signer.algorithm())
                        .type(TYPE)
                        .keyID(signer.id())
                        .build(),
                claims);
        try {
            token.sign(signer.signer());
        } catch (JOSEException e) {
            throw new IllegalStateException("an access token cannot be signed", e);
        }
        return token.serialize();
    }

    /**
     * Makes sure that there is a key, and that it can be used.
     *
     * @throws SealBroken when it was sealed with another {@code SECRET_KEY}
     */
    void prepare() {
        if (shared == null) {
            current();
        }
    }

    private Signer current() {
        SigningKey key = ring.current();
        Signer known = last;
        if (known == null || !key.id().equals(known.id())) {
            known = signer(key);
            last = known;
        }
        return known;
    }

    private Signer signer(SigningKey key) {
        JWSAlgorithm algorithm = JWSAlgorithm.parse(key.algorithm());
        try {
            return new Signer(
                    key.id(), algorithm, new DefaultJWSSignerFactory().createJWSSigner(ring.pair(key), algorithm));
        } catch (JOSEException e) {
            throw new IllegalStateException("signing key " + key.id() + " cannot sign", e);
        }
    }
}
