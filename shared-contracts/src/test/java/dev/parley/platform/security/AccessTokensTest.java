package dev.parley.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.problem.ProblemException;
import java.net.URI;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokensTest {
    private final TestIssuer issuer = new TestIssuer();
    private final AccessTokens tokens = issuer.verifier();

    @Test
    void a_token_of_ours_says_who_it_is_and_is_known_from_then_on() {
        String token = issuer.token(claims -> claims.claim(AccessToken.ROLES, List.of("user", "admin")));

        assertThat(tokens.known(token)).isEmpty();
        AccessToken verified = tokens.verify(token);

        assertThat(verified.user()).isEqualTo(TestIssuer.USER);
        assertThat(verified.roles()).containsExactlyInAnyOrder(Role.USER, Role.ADMIN);
        assertThat(tokens.known(token)).contains(verified);
    }

    @Test
    void a_token_ends_with_its_sign_in_though_it_was_known() {
        String token = issuer.token();
        AccessToken verified = tokens.verify(token);

        issuer.revocations.end(verified.session(), verified.expiresAt());

        assertThat(tokens.known(token)).isEmpty();
        refused(token);
        issuer.revocations.end(UUID.randomUUID(), TestIssuer.NOW.minusSeconds(1));
        refused(token);
    }

    @Test
    void a_token_is_good_for_nothing_while_its_account_is_locked() {
        String token = issuer.token();
        AccessToken verified = tokens.verify(token);

        issuer.revocations.lock(verified.user(), TestIssuer.NOW);

        assertThat(tokens.known(token)).isEmpty();
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> tokens.verify(token))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.ACCOUNT_LOCKED));
        issuer.revocations.unlock(verified.user(), TestIssuer.NOW.minusSeconds(1));
        assertThat(tokens.known(token)).isEmpty();
        issuer.revocations.unlock(verified.user(), TestIssuer.NOW.plusSeconds(1));
        assertThat(tokens.verify(token)).isEqualTo(verified);
        issuer.revocations.lock(verified.user(), TestIssuer.NOW);
        assertThat(tokens.verify(token)).isEqualTo(verified);
    }

    @Test
    void a_token_of_somebody_who_was_erased_is_good_for_nothing_but_to_ask_for_it_again() {
        String token = issuer.token();
        AccessToken verified = tokens.verify(token);

        issuer.revocations.erase(verified.user());

        assertThat(tokens.known(token)).isEmpty();
        refused(token);
        assertThat(tokens.verifyEvenErased(token)).isEqualTo(verified);
    }

    @ParameterizedTest
    @MethodSource("wrongClaims")
    void a_token_with_a_wrong_claim_is_refused(UnaryOperator<JWTClaimsSet.Builder> changes) {
        refused(issuer.token(changes));
    }

    static List<UnaryOperator<JWTClaimsSet.Builder>> wrongClaims() {
        Date past = Date.from(TestIssuer.NOW.minusSeconds(31));
        Date future = Date.from(TestIssuer.NOW.plusSeconds(31));
        return List.of(
                claims -> claims.expirationTime(past),
                claims -> claims.expirationTime(null),
                claims -> claims.notBeforeTime(future),
                claims -> claims.issueTime(future),
                claims -> claims.issueTime(null),
                claims -> claims.issuer("somebody else"),
                claims -> claims.issuer(null),
                claims -> claims.audience("something else"),
                claims -> claims.audience((String) null),
                claims -> claims.subject("nobody"),
                claims -> claims.subject(null),
                claims -> claims.jwtID(null),
                claims -> claims.claim(AccessToken.SESSION, null),
                claims -> claims.claim(AccessToken.SESSION, 7),
                claims -> claims.claim(AccessToken.ROLES, "admin"),
                claims -> claims.claim(AccessToken.ROLES, List.of("emperor")));
    }

    @Test
    void a_token_without_a_signature_is_refused() {
        refused(new PlainJWT(issuer.claims().build()).serialize());
        String signed = issuer.token();
        refused(signed.substring(0, signed.lastIndexOf('.') + 1));
    }

    @Test
    void the_public_key_is_no_shared_secret() throws JOSEException {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .type(new JOSEObjectType(AccessToken.TYPE))
                .keyID(issuer.key.getKeyID())
                .build();
        SignedJWT forged = new SignedJWT(header, issuer.claims().build());
        forged.sign(new MACSigner(issuer.key.toRSAPublicKey().getEncoded()));

        refused(forged.serialize());
    }

    @Test
    void another_algorithm_than_the_configured_one_is_refused_though_the_key_is_right() {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS512)
                .type(new JOSEObjectType(AccessToken.TYPE))
                .keyID(issuer.key.getKeyID())
                .build();

        refused(issuer.signed(header, issuer.claims().build()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "../../etc/passwd", "one' or '1'='1", "http://127.0.0.1/keys"})
    void a_key_id_that_is_not_ours_is_refused(String id) {
        RSAKey others = TestIssuer.newKey(id);

        refused(TestIssuer.signed(
                issuer.header().keyID(id).build(), issuer.claims().build(), others));
    }

    @Test
    void a_key_that_a_token_brings_along_is_not_looked_at() {
        RSAKey others = TestIssuer.newKey(issuer.key.getKeyID());
        JWSHeader header = issuer.header()
                .jwk(others.toPublicJWK())
                .jwkURL(URI.create("http://127.0.0.1:1/jwks.json"))
                .build();

        refused(TestIssuer.signed(header, issuer.claims().build(), others));
    }

    @Test
    void another_kind_of_token_is_no_access_token() {
        refused(issuer.signed(
                issuer.header().type(JOSEObjectType.JWT).build(),
                issuer.claims().build()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c", "prt_9xJ0mF3mB2cJpQ", "null", "🙈.🙉.🙊"})
    void what_is_no_token_at_all_is_refused(String text) {
        refused(text);
    }

    @Test
    void an_endless_token_is_not_read() {
        refused(issuer.token(claims -> claims.claim("fill", "x".repeat(9_000))));
    }

    private void refused(String token) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> tokens.verify(token))
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_TOKEN);
                    assertThat(problem.detail()).isEqualTo("The access token is not valid, or not any more.");
                });
        assertThat(tokens.known(token)).isEmpty();
    }
}
