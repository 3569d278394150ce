package dev.parley.location;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.parley.platform.security.AccessToken;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/** Access tokens as conversation-service issues them where all services share a secret. */
public final class TestTokens {
    static final String SECRET = "a-secret-for-tests-of-location-service";

    private TestTokens() {}

    /** Of somebody who is signed in. */
    public static String user() {
        Instant now = Clock.systemUTC().instant();
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .type(new JOSEObjectType(AccessToken.TYPE))
                .build();
        var claims = new JWTClaimsSet.Builder()
                .issuer("parley")
                .audience("parley")
                .subject(UUID.randomUUID().toString())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(600)))
                .claim(AccessToken.SESSION, UUID.randomUUID().toString())
                .claim(AccessToken.ROLES, List.of("user"))
                .build();
        try {
            var token = new SignedJWT(header, claims);
            token.sign(new MACSigner(SECRET));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
