package dev.parley.platform.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** What a token of another issuer must be. Of shared secrets only that of its own issuer counts, and a public key is none. */
final class ForeignTokens implements TokenReader {
    private static final Set<JWSAlgorithm> PUBLISHED = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);
    private static final Set<String> REQUIRED = Set.of("sub", "iat", "exp");

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    private final ForeignClaims claims;

    ForeignTokens(ForeignIssuer issuer, JWKSource<SecurityContext> keys, Clock clock) {
        this.claims = new ForeignClaims(issuer);
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType(AccessToken.TYPE), null));
        processor.setJWSKeySelector(selector(issuer, keys));
        processor.setJWTClaimsSetVerifier(new TimedClaims(issuer.name(), issuer.audience(), REQUIRED, clock));
    }

    @Override
    public AccessToken read(JWT token) throws BadJOSEException, JOSEException, ParseException {
        return claims.read(processor.process(token, null));
    }

    private static JWSKeySelector<SecurityContext> selector(ForeignIssuer issuer, JWKSource<SecurityContext> keys) {
        var published = new JWSVerificationKeySelector<>(PUBLISHED, keys);
        byte[] secret = issuer.secret();
        if (secret == null) {
            return published;
        }
        // Whatever key id it names: there is one secret.
        SecretKey shared = new SecretKeySpec(secret, "HmacSHA256");
        return (header, context) -> JWSAlgorithm.HS256.equals(header.getAlgorithm())
                ? List.of(shared)
                : published.selectJWSKeys(header, context);
    }
}
