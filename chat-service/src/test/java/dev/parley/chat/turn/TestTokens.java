package dev.parley.chat.turn;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.parley.platform.security.AccessToken;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Access tokens as conversation-service issues them, and the key that verifies them. */
@TestConfiguration(proxyBeanMethods = false)
public class TestTokens {
    private static final RSAKey KEY = newKey();

    @Bean
    JWKSource<SecurityContext> tokenKeys() {
        return new ImmutableJWKSet<>(new JWKSet(KEY));
    }

    /** Somebody who has just signed in. */
    public static String of(UUID user) {
        Instant now = Clock.systemUTC().instant();
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType(AccessToken.TYPE))
                .keyID(KEY.getKeyID())
                .build();
        var claims = new JWTClaimsSet.Builder()
                .issuer("parley")
                .audience("parley")
                .subject(user.toString())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(600)))
                .claim(AccessToken.SESSION, UUID.randomUUID().toString())
                .claim(AccessToken.ROLES, List.of("user"))
                .build();
        try {
            var token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(KEY));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("test").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
