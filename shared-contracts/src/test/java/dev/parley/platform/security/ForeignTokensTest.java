package dev.parley.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.problem.ProblemException;
import dev.parley.platform.settings.Stage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.env.MockEnvironment;

class ForeignTokensTest {
    private static final String SECRET = "a secret of 32 bytes or more, as projects have them";

    private final TestIssuer ours = new TestIssuer();
    private final OtherIssuer issuer = new OtherIssuer();
    private final AccessTokens tokens = verifier("""
            [{"issuer": "%s", "audience": "%s",
              "roles_claim": "realm_access.roles", "roles": {"parley-admin": "admin"}}]""".formatted(issuer.name(), OtherIssuer.AUDIENCE), "", "");

    @AfterEach
    void the_issuer_leaves() {
        issuer.close();
    }

    @Test
    void a_token_of_a_configured_issuer_says_who_it_is_by_the_keys_that_are_discovered() {
        AccessToken verified =
                tokens.verify(issuer.token(claims -> claims.claim("name", "Ada").claim("email", "ada@example.com")));

        assertThat(verified.user()).isEqualTo(ForeignUser.id(issuer.name(), OtherIssuer.SUBJECT));
        assertThat(verified.roles()).containsExactly(Role.USER);
        assertThat(verified.foreign())
                .isEqualTo(new ForeignUser(issuer.name(), OtherIssuer.SUBJECT, TestIssuer.NOW, null, "Ada"));
        assertThat(tokens.known(issuer.token())).isEmpty();
        assertThat(tokens.verify(ours.token()).foreign()).isNull();
    }

    @Test
    void a_user_is_the_same_everywhere_and_nobody_elses() {
        assertThat(ForeignUser.id("https://id.example.com", "ada"))
                .hasToString("9c5daf2e-b91f-579e-8b0b-3e023904477e")
                .isNotEqualTo(ForeignUser.id("https://id.example.com", "Ada"))
                .isNotEqualTo(ForeignUser.id("https://id.example.org", "ada"));
        assertThat(ForeignUser.id("https://id.example.com", "ada").version()).isEqualTo(5);
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
                claims -> claims.issuer("https://somebody.example.com"),
                claims -> claims.issuer("parley"),
                claims -> claims.issuer(null),
                claims -> claims.audience("account"),
                claims -> claims.audience((String) null),
                claims -> claims.subject(" "),
                claims -> claims.subject("x".repeat(256)),
                claims -> claims.subject(null));
    }

    @Test
    void no_issuer_speaks_for_another() {
        String asOurs = issuer.token(claims -> claims.issuer("parley")
                .audience("parley")
                .jwtID("1")
                .subject(TestIssuer.USER.toString())
                .claim(AccessToken.SESSION, TestIssuer.USER.toString())
                .claim(AccessToken.ROLES, List.of("admin")));
        String asTheirs = ours.token(claims ->
                claims.issuer(issuer.name()).audience(OtherIssuer.AUDIENCE).subject(OtherIssuer.SUBJECT));

        refused(asOurs);
        refused(asTheirs);
    }

    @Test
    void a_public_key_is_no_shared_secret_and_no_signature_is_none() throws Exception {
        JWTClaimsSet claims = issuer.claims().build();

        refused(OtherIssuer.signed(OtherIssuer.RSA.toRSAPublicKey().getEncoded(), claims));
        refused(OtherIssuer.signed(
                OtherIssuer.RSA.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8), claims));
        refused(OtherIssuer.signed(SECRET.getBytes(StandardCharsets.UTF_8), claims));
        refused(new PlainJWT(claims).serialize());
    }

    @Test
    void only_the_mapping_makes_an_administrator() {
        assertThat(roles(claims -> claims.claim("realm_access", Map.of("roles", List.of("parley-admin", "other")))))
                .containsExactlyInAnyOrder(Role.USER, Role.ADMIN);
        assertThat(roles(claims -> claims.claim("realm_access.roles", "parley-admin")))
                .containsExactlyInAnyOrder(Role.USER, Role.ADMIN);
        assertThat(roles(claims -> claims.claim("realm_access", Map.of("roles", List.of("admin", 7)))))
                .containsExactly(Role.USER);
        assertThat(roles(claims -> claims.claim("realm_access", "parley-admin").claim("roles", List.of("admin"))))
                .containsExactly(Role.USER);
    }

    @Test
    void an_email_counts_when_the_issuer_has_confirmed_it_and_not_when_its_user_says_so() {
        assertThat(email(claims -> claims.claim("email_verified", true))).isEqualTo("ada@example.com");
        assertThat(email(claims -> claims.claim("email_verified", "true"))).isEqualTo("ada@example.com");
        assertThat(email(claims -> claims.claim("email_verified", false))).isNull();
        assertThat(email(claims -> claims.claim("user_metadata", Map.of("email_verified", true))))
                .isNull();
    }

    @Test
    void keys_that_are_changed_are_fetched_again_and_those_taken_back_are_good_no_more() {
        tokens.verify(issuer.token());
        ECKey next = OtherIssuer.curve("next");
        issuer.published = new JWKSet(next.toPublicJWK());

        tokens.verify(OtherIssuer.signed(next, issuer.claims().build()));

        refused(issuer.token(claims -> claims.claim("fresh", true)));
    }

    @Test
    void made_up_keys_make_nobody_ask_all_the_time() {
        for (int i = 0; i < 20; i++) {
            refused(OtherIssuer.signed(
                    OtherIssuer.curve("made-up-" + i), issuer.claims().build()));
        }

        assertThat(issuer.asked.get()).isLessThanOrEqualTo(8);
        tokens.verify(issuer.token());
    }

    @Test
    void an_issuer_that_speaks_for_another_is_not_believed() {
        issuer.speaksFor = "https://id.example.com";

        unavailable(issuer.token());
    }

    @Test
    void an_issuer_that_is_away_hurts_nobody_else() {
        issuer.leave();

        unavailable(issuer.token());
        assertThat(tokens.verify(ours.token()).user()).isEqualTo(TestIssuer.USER);
    }

    @Test
    void an_issuer_that_leaves_keeps_its_tokens_good() {
        tokens.verify(issuer.token());
        issuer.leave();

        tokens.verify(issuer.token(claims -> claims.claim("fresh", true)));
    }

    @Test
    @Timeout(20)
    void an_issuer_that_does_not_answer_holds_up_a_few_and_no_more() {
        issuer.answers = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> waiting = IntStream.range(0, 12)
                    .mapToObj(_ -> CompletableFuture.runAsync(() -> unavailable(issuer.token()), threads))
                    .toList();

            await().atMost(Duration.ofSeconds(2))
                    .until(() ->
                            waiting.stream().filter(CompletableFuture::isDone).count() >= 8);
            assertThat(tokens.verify(ours.token()).user()).isEqualTo(TestIssuer.USER);
            issuer.answers.countDown();
        }
    }

    @Test
    void a_supabase_project_signs_with_published_keys_and_the_older_ones_with_a_secret() {
        AccessTokens supabase = verifier("", issuer.address() + "/", SECRET);
        AccessTokens withoutSecret = verifier("", issuer.address(), "");
        ECKey key = OtherIssuer.curve("supabase");
        issuer.published = new JWKSet(key.toPublicJWK());
        JWTClaimsSet claims = issuer.claims()
                .issuer(issuer.address() + "/auth/v1")
                .audience("authenticated")
                .claim("role", "authenticated")
                .build();
        String bySecret = OtherIssuer.signed(SECRET.getBytes(StandardCharsets.UTF_8), claims);

        assertThat(supabase.verify(OtherIssuer.signed(key, claims)).user())
                .isEqualTo(supabase.verify(bySecret).user());
        refused(supabase, OtherIssuer.signed(("x" + SECRET).getBytes(StandardCharsets.UTF_8), claims));
        refused(withoutSecret, bySecret);
        refused(
                supabase,
                OtherIssuer.signed(
                        SECRET.getBytes(StandardCharsets.UTF_8),
                        new JWTClaimsSet.Builder(claims).audience("anon").build()));
        String asOurs = OtherIssuer.signed(
                SECRET.getBytes(StandardCharsets.UTF_8),
                new JWTClaimsSet.Builder(claims)
                        .issuer("parley")
                        .audience("parley")
                        .build());
        refused(supabase, asOurs);
    }

    private List<Role> roles(UnaryOperator<JWTClaimsSet.Builder> changes) {
        return tokens.verify(issuer.token(changes)).roles().stream().toList();
    }

    private @Nullable String email(UnaryOperator<JWTClaimsSet.Builder> changes) {
        ForeignUser foreign = tokens.verify(
                        issuer.token(claims -> changes.apply(claims.claim("email", "ada@example.com"))))
                .foreign();
        return foreign == null ? null : foreign.email();
    }

    private AccessTokens verifier(String oidcIssuers, String supabaseUrl, String supabaseSecret) {
        var settings = new ForeignIssuerSettings(oidcIssuers, supabaseUrl, supabaseSecret, false);
        return new TokenAutoConfiguration()
                .accessTokens(
                        ours.settings,
                        settings,
                        new ImmutableJWKSet<>(new JWKSet(ours.key)),
                        new Revocations(Clock.systemUTC()),
                        new MockEnvironment().withProperty("ENVIRONMENT", Stage.DEVELOPMENT.name()),
                        Clock.fixed(TestIssuer.NOW, ZoneOffset.UTC));
    }

    private void refused(String token) {
        refused(tokens, token);
    }

    private static void refused(AccessTokens by, String token) {
        fails(by, token, ProblemCode.INVALID_TOKEN);
    }

    private void unavailable(String token) {
        fails(tokens, token, ProblemCode.DEPENDENCY_UNAVAILABLE);
    }

    private static void fails(AccessTokens by, String token, ProblemCode code) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> by.verify(token))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
