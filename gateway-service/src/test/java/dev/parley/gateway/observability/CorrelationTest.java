package dev.parley.gateway.observability;

import static dev.parley.gateway.backing.Client.header;
import static dev.parley.gateway.backing.Client.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.gateway.backing.RunningGateway;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CorrelationTest extends RunningGateway {

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void a_clients_ids_go_on_to_the_service_and_back() {
        HttpResponse<String> answer =
                client.get("/test/x", "X-Request-Id", "abc-1", "traceparent", TRACE, "tracestate", "a=b");

        JsonNode headers = json(answer).path("headers");
        assertThat(header(answer, "X-Request-Id")).isEqualTo("abc-1");
        assertThat(headers.path("x-request-id").asString()).isEqualTo("abc-1");
        assertThat(headers.path("traceparent").asString()).isEqualTo(TRACE);
        assertThat(headers.path("tracestate").asString()).isEqualTo("a=b");
    }

    @Test
    void ids_that_are_no_good_are_made_anew() {
        HttpResponse<String> answer = client.get(
                "/test/x",
                "X-Request-Id",
                "a".repeat(129),
                "traceparent",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "tracestate",
                "a=b");

        JsonNode headers = json(answer).path("headers");
        assertThat(header(answer, "X-Request-Id"))
                .hasSize(36)
                .isEqualTo(headers.path("x-request-id").asString());
        assertThat(headers.path("traceparent").asString())
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01")
                .doesNotContain("0".repeat(32));
        assertThat(headers.has("tracestate")).isFalse();
    }

    @Test
    void a_problem_names_its_trace() {
        HttpResponse<String> answer = client.get("/nothing", "X-Request-Id", "abc-2", "traceparent", TRACE);

        assertThat(json(answer).path("trace_id").asString()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(header(answer, "X-Request-Id")).isEqualTo("abc-2");
    }
}
