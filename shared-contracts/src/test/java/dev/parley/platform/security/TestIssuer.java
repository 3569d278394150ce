package dev.parley.platform.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Issues tokens as conversation-service does, and any other that a test wants. */
final class TestIssuer {
    static final UUID USER = UUID.fromString("01a1f8f0-0000-7000-8000-000000000001");
    static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    /** Made once: it takes a second. */
    private static final RSAKey KEY = newKey("one");

    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    final RSAKey key = KEY;
    final Revocations revocations = new Revocations(CLOCK);
    final TokenSettings settings = new TokenSettings(
            SigningAlgorithm.RS256, "", "parley", "parley", true, List.of(URI.create("http://127.0.0.1:1")));

    static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    AccessTokens verifier() {
        return new AccessTokens(settings, new ImmutableJWKSet<>(new JWKSet(key)), Map.of(), revocations, CLOCK);
    }

    String token() {
        return token(UnaryOperator.identity());
    }

    String token(UnaryOperator<JWTClaimsSet.Builder> changes) {
        return signed(header().build(), changes.apply(claims()).build());
    }

    JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType(AccessToken.TYPE))
                .keyID(key.getKeyID());
    }

    JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("parley")
                .audience("parley")
                .subject(USER.toString())
                .jwtID("1")
                .issueTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plusSeconds(1800)))
                .claim(AccessToken.SESSION, UUID.randomUUID().toString())
                .claim(AccessToken.ROLES, List.of("user"));
    }

    String signed(JWSHeader header, JWTClaimsSet claims) {
        return signed(header, claims, key);
    }

    static String signed(JWSHeader header, JWTClaimsSet claims, RSAKey with) {
        try {
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(with));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
