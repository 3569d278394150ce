package dev.parley.testing.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/** Access tokens as conversation-service issues them to who has just signed in. */
public final class TestTokens {
    private static final String KEY_ID = "test";
    private static final RSAKey KEY = newKey();
    private static final int LIFE_S = 600;

    private TestTokens() {}

    /** The key that verifies all but those with a secret. */
    public static JWKSource<SecurityContext> keys() {
        return new ImmutableJWKSet<>(new JWKSet(KEY));
    }

    /** A user's. */
    public static String of(UUID user) {
        return of(user, "user");
    }

    /** Of somebody with these roles. */
    public static String withRoles(String... roles) {
        return of(UUID.randomUUID(), roles);
    }

    public static String of(UUID user, String... roles) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY_ID);
            return signed(header, new RSASSASigner(KEY), user, List.of(roles));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A user's, where tokens are signed with a secret that all services know. */
    public static String withSecret(String secret) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.HS256);
            return signed(header, new MACSigner(secret), UUID.randomUUID(), List.of("user"));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(JWSHeader.Builder header, JWSSigner signer, UUID user, List<String> roles)
            throws JOSEException {
        Instant now = Clock.systemUTC().instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer("parley")
                .audience("parley")
                .subject(user.toString())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(LIFE_S)))
                .claim("sid", UUID.randomUUID().toString())
                .claim("roles", roles)
                .build();
        var token = new SignedJWT(header.type(new JOSEObjectType("at+jwt")).build(), claims);
        token.sign(signer);
        return token.serialize();
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(KEY_ID).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
