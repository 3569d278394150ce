package dev.parley.gateway.health;

import static dev.parley.gateway.backing.Client.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.gateway.backing.WholeGateway;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

class HealthPathsTest extends WholeGateway {

    private static final String DETAILED = "/api/health/detailed";

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/api/health", "/api/v1/health", "/api/v1/health/"})
    void the_short_answer_is_exactly_this(String path) {
        HttpResponse<String> answer = client.get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"ok\"}");
    }

    @Test
    void all_parts_are_well() {
        CHAT_MANAGEMENT.on(FIGURES, 200, "text/plain", """
                # TYPE hikaricp_connections_active gauge
                hikaricp_connections_active{pool="a",service="chat-service"} 2.0
                # TYPE hikaricp_connections_max gauge
                hikaricp_connections_max{pool="a",service="chat-service"} 20.0
                # TYPE cache_gets_total counter
                cache_gets_total{cache="places",result="hit"} 3.0
                cache_gets_total{cache="places",result="miss"} 1.0
                """);

        JsonNode health = seen("/pool/active", "2");

        assertThat(health.path("status").asString()).isEqualTo("ok");
        assertThat(health.path("version").asString()).isEqualTo("1.2.3");
        assertThat(health.path("cpu").path("cores").asInt()).isPositive();
        assertThat(health.path("memory").path("machine_total_bytes").asLong()).isPositive();
        assertThat(health.path("disk").path("free_bytes").asLong()).isPositive();
        assertThat(health.path("services").propertyNames())
                .containsExactly("chat-service", "agent-service", "location-service", "conversation-service");
        assertThat(health.at("/services/agent-service/latency_ms").asDouble()).isPositive();
        assertThat(health.at("/services/chat-service/replicas/all").asInt()).isEqualTo(2);
        assertThat(health.at("/database/pool/max").asInt()).isEqualTo(20);
        assertThat(health.at("/broker/status").asString()).isEqualTo("ok");
        assertThat(health.at("/redis/status").asString()).isEqualTo("not_configured");
        assertThat(health.at("/cache/hit_rate").asDouble()).isEqualTo(0.75);
        assertThat(health.toString()).doesNotContain("127.0.0.1").doesNotContain("http");
    }

    @Test
    void a_service_that_is_down_matters() {
        AGENT_MANAGEMENT.on(HEALTH, (_, _) -> Mono.never());

        JsonNode health = seen("/services/agent-service/status", "down");

        assertThat(health.path("status").asString()).isEqualTo("down");
        assertThat(client.get(DETAILED).statusCode()).isEqualTo(503);
        assertThat(health.at("/services/chat-service/status").asString()).isEqualTo("ok");
        assertThat(client.get("/health").statusCode()).isEqualTo(200);
    }

    @Test
    void one_replica_less_is_no_outage() {
        CHAT_TWO_MANAGEMENT.on(HEALTH, 503, "application/json", DOWN);

        JsonNode health = seen("/services/chat-service/status", "degraded");

        assertThat(health.path("status").asString()).isEqualTo("degraded");
        assertThat(health.at("/services/chat-service/replicas/up").asInt()).isEqualTo(1);
        assertThat(client.get(DETAILED).statusCode()).isEqualTo(200);
    }

    @Test
    void a_database_that_one_service_misses_is_down() {
        CONVERSATION_MANAGEMENT.on(HEALTH + "/db", 503, "application/json", DOWN);

        seen("/database/status", "down");
        HttpResponse<String> database = client.get("/api/v1/health/db");

        assertThat(database.statusCode()).isEqualTo(503);
        assertThat(json(database).path("status").asString()).isEqualTo("down");
    }

    @Test
    void the_database_alone() {
        seen("/status", "ok");
        HttpResponse<String> database = client.get("/api/v1/health/db");

        assertThat(database.statusCode()).isEqualTo(200);
        assertThat(json(database).path("latency_ms").asDouble()).isPositive();
        assertThat(json(database).path("pool").path("pending").asInt()).isZero();
    }

    @Test
    void redis_is_told_of_only_where_there_is_one() {
        seen("/status", "ok");
        HttpResponse<String> without = client.get("/api/v1/health/redis");
        LOCATION_MANAGEMENT.on(HEALTH + "/redis", 503, "application/json", DOWN);
        JsonNode health = seen("/cache/kind", "redis");
        HttpResponse<String> with = client.get("/api/v1/health/redis");

        assertThat(without.statusCode()).isEqualTo(200);
        assertThat(without.body()).isEqualTo("{\"status\":\"not_configured\"}");
        assertThat(with.statusCode()).isEqualTo(503);
        assertThat(health.at("/redis/status").asString()).isEqualTo("down");
        assertThat(health.path("status").asString()).isEqualTo("degraded");
    }

    /** What was found is good for a second: the change is seen after it. */
    private JsonNode seen(String pointer, String value) {
        String at = pointer.startsWith("/pool") ? "/database" + pointer : pointer;
        return await().until(
                        () -> json(client.get(DETAILED)),
                        health -> health.at(at).asString().equals(value));
    }
}
