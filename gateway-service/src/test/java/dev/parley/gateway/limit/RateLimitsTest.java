package dev.parley.gateway.limit;

import static dev.parley.gateway.backing.Client.header;
import static dev.parley.gateway.backing.Client.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.gateway.backing.Client;
import dev.parley.gateway.backing.FakeService;
import dev.parley.gateway.backing.OwnGateway;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    private static final FakeService CHAT = FakeService.start("chat-service");

    @AfterAll
    static void stop() {
        CHAT.close();
    }

    @Test
    void a_caller_who_asks_too_often_is_told_when_to_come_again() {
        try (OwnGateway gateway = gateway("RATE_LIMIT_PER_MINUTE=3")) {
            Client client = gateway.client();

            List<HttpResponse<String>> answers = times(4, _ -> client.get("/api/chat/turns/1"));

            assertThat(answers).extracting(HttpResponse::statusCode).containsExactly(200, 200, 200, 429);
            assertThat(header(answers.getFirst(), "RateLimit-Policy")).isEqualTo("\"caller\";q=3;w=60");
            assertThat(header(answers.getFirst(), "RateLimit")).isEqualTo("\"caller\";r=2;t=60");
            HttpResponse<String> refused = answers.getLast();
            assertThat(header(refused, "Content-Type")).isEqualTo("application/problem+json");
            assertThat(json(refused).path("code").asString()).isEqualTo("rate_limited");
            assertThat(json(refused).path("violated_policies").get(0).asString())
                    .isEqualTo("caller");
            assertThat(json(refused).path("trace_id").asString()).isNotEmpty();
            assertThat(Integer.parseInt(header(refused, "Retry-After"))).isBetween(1, 60);
            assertThat(header(refused, "RateLimit")).matches("\"caller\";r=0;t=\\d+");
            assertThat(header(refused, "X-Request-Id")).isNotEmpty();
        }
    }

    @Test
    void what_the_gateway_answers_itself_is_not_counted() {
        try (OwnGateway gateway = gateway("RATE_LIMIT_PER_MINUTE=1")) {
            Client client = gateway.client();
            client.get("/api/chat/turns/1");

            assertThat(times(3, _ -> client.get("/health"))).allSatisfy(answer -> {
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.headers().firstValue("RateLimit")).isEmpty();
            });
            assertThat(client.get("/docs").statusCode()).isEqualTo(200);
            assertThat(preflight(client).statusCode()).isEqualTo(200);
            assertThat(client.get("/api/chat/turns/1").statusCode()).isEqualTo(429);
        }
    }

    @Test
    void tokens_that_are_shown_for_a_detailed_report_count_for_their_address() {
        try (OwnGateway gateway = gateway("RATE_LIMIT_PER_MINUTE=2")) {
            Client client = gateway.client();

            List<HttpResponse<String>> wrong =
                    times(3, i -> client.get("/api/health/detailed", "Authorization", "Bearer a.b." + i));

            assertThat(wrong.subList(0, 2)).extracting(HttpResponse::statusCode).doesNotContain(429);
            assertThat(wrong.getLast().statusCode()).isEqualTo(429);
            assertThat(header(wrong.getLast(), "Retry-After")).isNotEmpty();
            assertThat(client.get("/api/chat/turns/1").statusCode()).isEqualTo(429);
            assertThat(client.get("/api/health/detailed").statusCode()).isNotEqualTo(429);
        }
    }

    @Test
    void a_session_that_is_made_up_brings_no_fresh_budget() {
        try (OwnGateway gateway = gateway("RATE_LIMIT_PER_MINUTE=3")) {
            Client client = gateway.client();

            List<HttpResponse<String>> answers = times(
                    5,
                    i -> client.get(
                            "/api/chat/turns/1?session_id=" + i,
                            "X-Session-Id",
                            UUID.randomUUID().toString()));

            assertThat(answers).extracting(HttpResponse::statusCode).containsExactly(200, 200, 200, 429, 429);
        }
    }

    @Test
    void an_address_that_is_made_up_brings_no_fresh_budget() {
        try (OwnGateway gateway = gateway("RATE_LIMIT_PER_MINUTE=3")) {
            Client client = gateway.client();

            List<HttpResponse<String>> answers = times(
                    5,
                    i -> client.get(
                            "/api/chat/turns/1", "X-Forwarded-For", "192.0.2." + i, "X-Real-IP", "192.0.2." + i));

            assertThat(answers).extracting(HttpResponse::statusCode).containsExactly(200, 200, 200, 429, 429);
        }
    }

    @Test
    void behind_a_trusted_proxy_each_client_has_a_budget_and_cannot_say_it_is_another() {
        try (OwnGateway gateway = gateway("RATE_LIMIT_PER_MINUTE=2", "TRUSTED_PROXIES=127.0.0.1")) {
            Client client = gateway.client();

            List<HttpResponse<String>> one =
                    times(3, i -> client.get("/api/chat/turns/1", "X-Forwarded-For", "192.0.2." + i + ", 203.0.113.7"));
            HttpResponse<String> other = client.get("/api/chat/turns/1", "X-Forwarded-For", "203.0.113.8");

            assertThat(one).extracting(HttpResponse::statusCode).containsExactly(200, 200, 429);
            assertThat(other.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void turns_are_counted_besides() {
        try (OwnGateway gateway = gateway("TURN_RATE_LIMIT_PER_MINUTE=2")) {
            Client client = gateway.client();

            List<HttpResponse<String>> turns = times(3, _ -> client.post("/api/chat", "{}"));

            assertThat(turns).extracting(HttpResponse::statusCode).containsExactly(200, 200, 429);
            assertThat(header(turns.getFirst(), "RateLimit-Policy"))
                    .isEqualTo("\"caller\";q=100;w=60, \"turn\";q=2;w=60");
            assertThat(json(turns.getLast()).path("violated_policies").get(0).asString())
                    .isEqualTo("turn");
            assertThat(client.get("/api/chat/turns/1").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void credentials_are_counted_by_address_and_only_where_they_are_tried() {
        try (OwnGateway gateway = gateway("AUTH_RATE_LIMIT_PER_MINUTE=2", "CONVERSATION_SERVICE_URL=" + CHAT.url())) {
            Client client = gateway.client();

            List<HttpResponse<String>> tries = times(3, _ -> client.post("/api/v1/auth/login", "{}"));

            assertThat(tries).extracting(HttpResponse::statusCode).containsExactly(200, 200, 429);
            assertThat(client.get("/.well-known/jwks.json").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void guests_and_everybody_have_a_budget_together() {
        try (OwnGateway gateway = gateway(
                "RATE_LIMIT_PER_MINUTE=2",
                "GUEST_RATE_LIMIT_PER_MINUTE=3",
                "GLOBAL_RATE_LIMIT_PER_MINUTE=9",
                "TRUSTED_PROXIES=127.0.0.1")) {
            Client client = gateway.client();

            List<String> policies = Stream.of("1", "1", "1", "2", "3", "4")
                    .map(last -> client.get("/api/chat/turns/1", "X-Forwarded-For", "203.0.113." + last))
                    .map(answer -> answer.statusCode() == 200
                            ? "-"
                            : json(answer).path("violated_policies").get(0).asString())
                    .toList();

            assertThat(policies).containsExactly("-", "-", "caller", "-", "guest", "guest");
        }
    }

    @Test
    void no_limit_of_callers_is_none_of_turns_and_credentials() {
        try (OwnGateway gateway = gateway("RATE_LIMIT_PER_MINUTE=0", "TURN_RATE_LIMIT_PER_MINUTE=1")) {
            Client client = gateway.client();

            List<HttpResponse<String>> turns = times(3, _ -> client.post("/api/chat", "{}"));

            assertThat(turns).allSatisfy(answer -> {
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.headers().firstValue("RateLimit")).isEmpty();
            });
        }
    }

    @Test
    void a_failure_too_tells_how_the_caller_stands() {
        try (OwnGateway gateway = gateway("MAX_REQUEST_BYTES=1024")) {
            HttpResponse<String> answer = gateway.client().post("/api/chat", "a".repeat(2000));

            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(header(answer, "RateLimit")).startsWith("\"caller\";r=99;");
        }
    }

    @Test
    void a_limit_below_zero_is_refused() {
        assertThatThrownBy(() -> gateway("RATE_LIMIT_PER_MINUTE=-1"))
                .hasStackTraceContaining("must be greater than or");
    }

    private static OwnGateway gateway(String... variables) {
        return OwnGateway.start(Stream.concat(Stream.of("CHAT_SERVICE_URL=" + CHAT.url()), Stream.of(variables))
                .toArray(String[]::new));
    }

    private static List<HttpResponse<String>> times(int count, IntFunction<HttpResponse<String>> ask) {
        return IntStream.range(0, count).mapToObj(ask).toList();
    }

    private static HttpResponse<String> preflight(Client client) {
        return client.send(
                "OPTIONS",
                "/api/chat",
                BodyPublishers.noBody(),
                "Origin",
                "http://localhost:3000",
                "Access-Control-Request-Method",
                "POST");
    }
}
