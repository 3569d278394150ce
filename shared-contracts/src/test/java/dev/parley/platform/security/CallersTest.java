package dev.parley.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.contracts.id.Principal;
import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;

class CallersTest {
    private final SecurityAutoConfiguration configuration = new SecurityAutoConfiguration();
    private final TestIssuer issuer = new TestIssuer();
    private final Callers local = configuration.callers(new MockEnvironment(), issuer.settings, issuer.verifier());
    private final Callers production = configuration.callers(
            new MockEnvironment().withProperty("ENVIRONMENT", "production"), issuer.settings, issuer.verifier());

    @Test
    void the_same_secret_is_the_same_session_and_the_secret_itself_is_gone() {
        Principal principal = local.session("secret").principal();

        assertThat(principal).isEqualTo(local.session("secret").principal());
        assertThat(principal).isNotEqualTo(local.session("Secret").principal());
        assertThat(principal.toString()).doesNotContain("secret");
    }

    @Test
    void a_secret_that_can_be_guessed_will_do_at_home_only() {
        assertThat(local.session("a").principal().id()).hasSize(64);
        assertThat(production.session("1234567890123456").principal().id()).hasSize(64);
        refused(production, "123456789012345");
    }

    @Test
    void an_empty_or_endless_secret_is_refused() {
        refused(local, "");
        refused(local, "x".repeat(129));
    }

    @Test
    void whoever_has_a_token_is_that_user_whatever_session_comes_along() {
        var request = new MockHttpServletRequest();
        request.addHeader("Authorization", "bearer " + issuer.token());
        request.addHeader("X-Session-Id", "secret");

        Caller caller = local.of(request, "another secret");

        assertThat(caller.principal()).isEqualTo(new Principal(Principal.Kind.USER, TestIssuer.USER.toString()));
        assertThat(caller)
                .isInstanceOfSatisfying(
                        Caller.User.class, user -> assertThat(user.roles()).containsExactly(Role.USER));
    }

    @Test
    void another_scheme_is_no_token() {
        var request = new MockHttpServletRequest();
        request.addHeader("Authorization", "Basic " + issuer.token());

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> local.of(request))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_TOKEN));
    }

    @Test
    void a_session_does_not_do_where_people_must_be_signed_in() {
        var request = new MockHttpServletRequest();
        request.addHeader("X-Session-Id", "secret");

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> local.userOf(request))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.CREDENTIALS_REQUIRED));
    }

    @Test
    void where_guests_are_not_let_in_a_session_does_not_do() {
        var request = new MockHttpServletRequest();
        request.addHeader("X-Session-Id", "secret");

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> new Callers(1, false, issuer.verifier()).of(request, "secret"))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.CREDENTIALS_REQUIRED));
    }

    private static void refused(Callers callers, String sessionId) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> callers.session(sessionId))
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.VALIDATION_FAILED);
                    assertThat(problem.errors().getFirst().field()).isEqualTo("session_id");
                });
    }
}
