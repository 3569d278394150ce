package dev.parley.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.contracts.id.Principal;
import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class CallersTest {
    private final SecurityAutoConfiguration configuration = new SecurityAutoConfiguration();
    private final Callers local = configuration.callers(new MockEnvironment());
    private final Callers production =
            configuration.callers(new MockEnvironment().withProperty("ENVIRONMENT", "production"));

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

    private static void refused(Callers callers, String sessionId) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> callers.session(sessionId))
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.VALIDATION_FAILED);
                    assertThat(problem.errors().getFirst().field()).isEqualTo("session_id");
                });
    }
}
