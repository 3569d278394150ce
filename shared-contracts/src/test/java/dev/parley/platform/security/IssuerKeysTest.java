package dev.parley.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.sun.net.httpserver.HttpServer;
import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.problem.ProblemException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IssuerKeysTest {
    private static final URI NOBODY = URI.create("http://127.0.0.1:1");

    private final TestIssuer issuer = new TestIssuer();
    private final AtomicInteger asked = new AtomicInteger();
    private final HttpServer server;
    private volatile JWKSet published = new JWKSet(issuer.key.toPublicJWK());

    IssuerKeysTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(ReplicaKeys.PATH, exchange -> {
            asked.incrementAndGet();
            byte[] body = published.toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void the_issuer_leaves() {
        server.stop(0);
    }

    @Test
    void keys_are_fetched_once_and_stay_good_while_the_issuer_is_away() {
        AccessTokens tokens = verifier(address());

        tokens.verify(issuer.token());
        server.stop(0);
        tokens.verify(issuer.token());

        assertThat(asked).hasValue(1);
    }

    @Test
    void a_token_of_a_new_key_makes_them_be_fetched_again() {
        AccessTokens tokens = verifier(address());
        tokens.verify(issuer.token());
        RSAKey next = TestIssuer.newKey("two");
        published = new JWKSet(List.of(issuer.key.toPublicJWK(), next.toPublicJWK()));

        tokens.verify(TestIssuer.signed(
                issuer.header().keyID("two").build(), issuer.claims().build(), next));

        assertThat(asked).hasValue(2);
    }

    @Test
    void made_up_key_ids_make_nobody_ask_all_the_time() {
        AccessTokens tokens = verifier(address());
        RSAKey others = TestIssuer.newKey("others");

        for (int i = 0; i < 50; i++) {
            String forged = TestIssuer.signed(
                    issuer.header().keyID("made-up-" + i).build(),
                    issuer.claims().build(),
                    others);
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> tokens.verify(forged))
                    .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_TOKEN));
        }

        assertThat(asked.get()).isLessThanOrEqualTo(4);
        tokens.verify(issuer.token());
    }

    @Test
    void another_replica_is_asked_when_one_does_not_answer() {
        verifier(NOBODY, address()).verify(issuer.token());

        assertThat(asked).hasValue(1);
    }

    @Test
    void a_key_that_only_one_replica_can_tell_is_found_there() throws IOException {
        IssuerKeysTest other = new IssuerKeysTest();
        AccessTokens tokens = verifier(address(), other.address());
        tokens.verify(issuer.token());
        server.stop(0);
        RSAKey next = TestIssuer.newKey("two");
        other.published = new JWKSet(List.of(issuer.key.toPublicJWK(), next.toPublicJWK()));

        tokens.verify(TestIssuer.signed(
                issuer.header().keyID("two").build(), issuer.claims().build(), next));

        assertThat(other.asked.get()).isPositive();
        other.the_issuer_leaves();
    }

    @Test
    void without_an_issuer_nothing_is_said_about_a_token() {
        AccessTokens tokens = verifier(NOBODY);

        for (int time = 0; time < 10; time++) {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> tokens.verify(issuer.token()))
                    .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.DEPENDENCY_UNAVAILABLE));
        }
    }

    private AccessTokens verifier(URI... addresses) {
        return new AccessTokens(
                issuer.settings, new IssuerKeys(List.of(addresses)), Clock.fixed(TestIssuer.NOW, ZoneOffset.UTC));
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }
}
