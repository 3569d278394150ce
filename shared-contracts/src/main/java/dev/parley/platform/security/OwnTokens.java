package dev.parley.platform.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.util.Set;

/** What a token of our own must be: its type, its algorithm, its key, its claims. */
final class OwnTokens implements TokenReader {
    private static final Set<String> REQUIRED =
            Set.of("sub", "iat", "exp", "jti", AccessToken.SESSION, AccessToken.ROLES);

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    OwnTokens(TokenSettings settings, JWKSource<SecurityContext> keys, Clock clock) {
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType(AccessToken.TYPE)));
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(settings.algorithm().jose(), keys));
        processor.setJWTClaimsSetVerifier(new TimedClaims(settings.issuer(), settings.audience(), REQUIRED, clock));
    }

    @Override
    public AccessToken read(JWT token) throws BadJOSEException, JOSEException, ParseException {
        return AccessToken.of(processor.process(token, null));
    }
}
