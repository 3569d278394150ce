package dev.parley.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.problem.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorFormTest {
    @ParameterizedTest
    @CsvSource({"/v1/models, OPENAI", "/v1, OPENAI", "/v10/x, PROBLEM", "/api/v1/users, PROBLEM", ", PROBLEM"})
    void the_path_decides(String path, ErrorForm form) {
        assertThat(ErrorForm.at(path)).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource({
        "INVALID_TOKEN, authentication_error",
        "FORBIDDEN, permission_error",
        "RATE_LIMITED, rate_limit_error",
        "UNKNOWN_MODEL, invalid_request_error",
        "DEPENDENCY_UNAVAILABLE, server_error"
    })
    void their_types_follow_from_the_status(ProblemCode code, String type) {
        Problem problem = Problem.of(new ProblemException(code, "So it is.").withField("model", "must be"), "/v1");

        OpenAiError.Detail error = ((OpenAiError) ErrorForm.OPENAI.body(problem)).error();

        assertThat(error.type()).isEqualTo(type);
        assertThat(error.code()).isEqualTo(code.code());
        assertThat(error.param()).isEqualTo("model");
        assertThat(ErrorForm.PROBLEM.body(problem)).isSameAs(problem);
    }

    @Test
    void a_turn_that_failed_tells_why_and_whether_to_ask_again() {
        var failed = new ProblemException(ProblemCode.TURN_FAILED, "It is not there.")
                .with("error_code", "model_unavailable")
                .with("retryable", false);

        assertThat(OpenAiError.of(Problem.of(failed, "/v1")).error().code()).isEqualTo("model_unavailable");
        assertThat(ErrorForm.OPENAI.headers(failed)).containsEntry("X-Should-Retry", "false");
        assertThat(ErrorForm.PROBLEM.headers(failed)).isEmpty();
    }
}
