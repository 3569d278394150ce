package dev.parley.gateway.security;

import static dev.parley.gateway.backing.Client.header;
import static dev.parley.gateway.backing.Client.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.gateway.backing.RunningGateway;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

class BrowserTest extends RunningGateway {

    private static final String FRONT_END = "http://localhost:3000";

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/test/x", "/nothing", "/test/gone/x"})
    void every_answer_keeps_browsers_from_misusing_it(String path) {
        HttpResponse<String> answer = client.get(path);

        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(answer, "Content-Security-Policy")).contains("default-src 'none'");
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void a_service_that_knows_better_is_not_contradicted() {
        CHAT.on(
                "/test/framed",
                (_, response) -> response.header("X-Frame-Options", "SAMEORIGIN")
                        .header("Cache-Control", "max-age=60")
                        .sendString(Mono.just("{}")));

        HttpHeaders answered = client.get("/test/framed").headers();

        assertThat(answered.allValues("X-Frame-Options")).containsExactly("SAMEORIGIN");
        assertThat(answered.allValues("Cache-Control")).containsExactly("max-age=60");
    }

    @Test
    void a_known_page_may_ask_first_and_then_call() {
        HttpResponse<String> preflight = client.send(
                "OPTIONS",
                "/api/chat",
                BodyPublishers.noBody(),
                "Origin",
                FRONT_END,
                "Access-Control-Request-Method",
                "POST",
                "Access-Control-Request-Headers",
                "content-type,idempotency-key");
        HttpResponse<String> call = client.post("/api/chat", "{}", "Origin", FRONT_END);

        assertThat(preflight.statusCode()).isEqualTo(200);
        assertThat(header(preflight, "Access-Control-Allow-Origin")).isEqualTo(FRONT_END);
        assertThat(header(preflight, "Access-Control-Allow-Headers")).contains("idempotency-key");
        assertThat(header(preflight, "Access-Control-Allow-Methods")).contains("POST");
        assertThat(call.statusCode()).isEqualTo(200);
        assertThat(call.headers().allValues("Access-Control-Allow-Origin")).containsExactly(FRONT_END);
        assertThat(header(call, "Access-Control-Allow-Credentials")).isEqualTo("true");
        assertThat(header(call, "Access-Control-Expose-Headers")).contains("X-Request-Id");
    }

    @Test
    void a_strange_page_may_not() {
        HttpResponse<String> call = client.post("/api/chat", "{}", "Origin", "https://evil.example");

        assertThat(call.statusCode()).isEqualTo(403);
        assertThat(json(call).path("code").asString()).isEqualTo("origin_not_allowed");
        assertThat(call.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void the_gateways_own_pages_may() {
        assertThat(client.post("/api/chat", "{}", "Origin", url("")).statusCode())
                .isEqualTo(200);
    }
}
