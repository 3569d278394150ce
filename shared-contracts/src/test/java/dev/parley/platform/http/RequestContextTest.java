package dev.parley.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestConstructor;

@HttpTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class RequestContextTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";

    private final Calls calls;

    RequestContextTest(Calls calls) {
        this.calls = calls;
    }

    @Test
    void a_request_id_is_taken_and_given_back() {
        var reply = calls.get("/ids", "X-Request-Id", "my-request-1");

        assertThat(reply.header("X-Request-Id")).isEqualTo("my-request-1");
        assertThat(reply.json().path("request_id").asString()).isEqualTo("my-request-1");
    }

    @ParameterizedTest
    @ValueSource(ints = {129, 4000})
    void a_request_id_that_is_too_long_is_made_anew(int length) {
        assertThat(calls.get("/ids", "X-Request-Id", "x".repeat(length)).header("X-Request-Id"))
                .hasSize(36);
    }

    @Test
    void a_request_id_with_blanks_is_made_anew() {
        assertThat(calls.get("/ids", "X-Request-Id", "a b").header("X-Request-Id"))
                .hasSize(36);
    }

    @Test
    void errors_have_a_request_id_too() {
        assertThat(calls.get("/nothing").header("X-Request-Id")).hasSize(36);
        assertThat(calls.get("/fail/bug", "X-Request-Id", "abc").header("X-Request-Id"))
                .isEqualTo("abc");
    }

    @Test
    void a_trace_goes_on_with_a_span_of_our_own() {
        var reply = calls.get("/ids", "traceparent", "00-" + TRACE + "-" + SPAN + "-01");

        assertThat(reply.json().path("trace_id").asString()).isEqualTo(TRACE);
        assertThat(reply.json().path("current_trace").asString()).isEqualTo(TRACE);
        assertThat(reply.json().path("span_id").asString()).hasSize(16).isNotEqualTo(SPAN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rubbish", "00-00000000000000000000000000000000-00f067aa0ba902b7-01"})
    void a_broken_trace_begins_anew(String traceparent) {
        var reply = calls.get("/ids", "traceparent", traceparent);

        assertThat(reply.json().path("trace_id").asString())
                .matches("[0-9a-f]{32}")
                .isEqualTo(reply.json().path("current_trace").asString());
    }

    @Test
    void a_problem_names_its_trace() {
        var reply = calls.get("/late-failure", "traceparent", "00-" + TRACE + "-" + SPAN + "-01");

        assertThat(reply.json().path("trace_id").asString()).isEqualTo(TRACE);
    }
}
