package dev.parley.system.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.system.stack.Journey;
import dev.parley.system.stack.Stack;
import dev.parley.system.visitor.Json;
import dev.parley.system.visitor.Reply;
import dev.parley.system.visitor.Visitor;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** How operators see that all is well: without credentials, at every path that a document names. */
@Journey
class HealthJourney {
    private static final List<String> SERVICES =
            List.of("gateway-service", "chat-service", "agent-service", "location-service", "conversation-service");

    private final Visitor operator;

    HealthJourney(Stack stack) {
        this.operator = stack.visitor().nameless();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/api/health", "/api/health/", "/api/v1/health", "/api/v1/health/"})
    void the_short_answer_is_ok_and_nothing_else(String path) {
        Reply reply = operator.get(path);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json()).isEqualTo(Json.read("{\"status\":\"ok\"}"));
    }

    @Test
    void the_long_answer_tells_of_every_part() {
        Reply reply = operator.get("/api/health/detailed");

        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        JsonNode health = reply.json();
        assertThat(health.path("status").asString("")).isEqualTo("ok");
        assertThat(health.path("uptime_seconds").asLong(-1)).isNotNegative();
        assertThat(health.propertyNames()).contains("version", "cpu", "memory", "disk", "cache");
        for (String service : SERVICES.subList(1, SERVICES.size())) {
            assertThat(health.path("services").path(service).path("status").asString(""))
                    .as(service)
                    .isEqualTo("ok");
        }
        assertThat(health.path("database").path("status").asString("")).isEqualTo("ok");
        assertThat(health.path("database").path("pool").path("max").asInt()).isPositive();
        assertThat(health.path("broker").path("status").asString("")).isEqualTo("ok");
        assertThat(reply.body()).doesNotContain("127.0.0.1");
    }

    @Test
    void database_and_cache_have_paths_of_their_own() {
        JsonNode database = operator.get("/api/v1/health/db").json();
        assertThat(database.path("status").asString("")).isEqualTo("ok");

        Reply redis = operator.get("/api/v1/health/redis");
        assertThat(redis.status()).isEqualTo(200);
        assertThat(redis.json().path("status").asString("")).isIn("not_configured", "ok");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metrics", "/api/monitoring/metrics"})
    void the_metrics_are_those_of_all_services(String path) {
        List<String> figures = operator.get(path).body().lines().toList();

        for (String service : SERVICES) {
            String label = "service=\"" + service + "\"";
            assertThat(figures).as(service).contains("parley_service_up{" + label + "} 1");
            assertThat(figures)
                    .as(service)
                    .anyMatch(line -> line.startsWith("jvm_memory_used_bytes{") && line.contains(label));
        }
        assertThat(figures).allMatch(line -> line.startsWith("#") || line.isBlank() || line.contains("service=\""));
    }

    @Test
    void what_was_asked_is_counted() {
        operator.get("/api/tools");

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(operator.get("/metrics").body().lines())
                        .anyMatch(line -> line.startsWith("http_server_requests_seconds_count{")
                                && line.contains("service=\"agent-service\"")
                                && line.contains("uri=\"/api/tools\"")));
    }

    @Test
    void a_request_keeps_the_id_it_came_with_and_gets_one_else() {
        assertThat(operator.get("/api/tools", "X-Request-Id", "my-request-7").header("X-Request-Id"))
                .isEqualTo("my-request-7");
        assertThat(operator.get("/api/tools").header("X-Request-Id")).isNotBlank();
    }
}
