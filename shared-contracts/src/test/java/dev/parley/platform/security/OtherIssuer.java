package dev.parley.platform.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A real OpenID Connect provider on this machine, as far as verifiers see one. */
final class OtherIssuer implements AutoCloseable {
    static final String AUDIENCE = "parley-clients";
    static final String SUBJECT = "f3b1c2d4";

    /** Made once: it takes a second. */
    static final RSAKey RSA = TestIssuer.newKey("rsa");

    final AtomicInteger asked = new AtomicInteger();
    volatile JWKSet published = new JWKSet(RSA.toPublicJWK());
    volatile String speaksFor;
    volatile CountDownLatch answers = new CountDownLatch(0);
    private final HttpServer server;

    OtherIssuer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        speaksFor = name();
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        on(
                "/realms/acme/.well-known/openid-configuration",
                () -> "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/keys\"}".formatted(speaksFor, name()));
        on("/realms/acme/keys", () -> published.toString());
        on("/auth/v1/.well-known/jwks.json", () -> published.toString());
        server.start();
    }

    private void on(String path, Supplier<String> answer) {
        server.createContext(path, exchange -> {
            asked.incrementAndGet();
            try {
                answers.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            byte[] body = answer.get().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    String name() {
        return address() + "/realms/acme";
    }

    static ECKey curve(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(name())
                .audience(List.of("account", AUDIENCE))
                .subject(SUBJECT)
                .issueTime(Date.from(TestIssuer.NOW))
                .expirationTime(Date.from(TestIssuer.NOW.plusSeconds(300)));
    }

    String token() {
        return token(UnaryOperator.identity());
    }

    String token(UnaryOperator<JWTClaimsSet.Builder> changes) {
        return signed(RSA, changes.apply(claims()).build());
    }

    static String signed(JWK key, JWTClaimsSet claims) {
        try {
            return key instanceof ECKey curve
                    ? signed(JWSAlgorithm.ES256, key.getKeyID(), claims, new ECDSASigner(curve))
                    : signed(JWSAlgorithm.RS256, key.getKeyID(), claims, new RSASSASigner(key.toRSAKey()));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String signed(byte[] secret, JWTClaimsSet claims) {
        try {
            return signed(JWSAlgorithm.HS256, "legacy", claims, new MACSigner(secret));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(JWSAlgorithm algorithm, String keyId, JWTClaimsSet claims, JWSSigner signer)
            throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(algorithm)
                        .type(JOSEObjectType.JWT)
                        .keyID(keyId)
                        .build(),
                claims);
        token.sign(signer);
        return token.serialize();
    }

    void leave() {
        server.stop(0);
    }

    @Override
    public void close() {
        answers.countDown();
        leave();
    }
}
