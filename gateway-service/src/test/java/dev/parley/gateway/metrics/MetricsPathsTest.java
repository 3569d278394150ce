package dev.parley.gateway.metrics;

import static dev.parley.gateway.backing.Client.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.gateway.backing.WholeGateway;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsPathsTest extends WholeGateway {

    @ParameterizedTest
    @ValueSource(strings = {"/metrics", "/api/monitoring/metrics"})
    void all_services_are_in_one_document_each_metric_told_once(String path) {
        String said = """
                # HELP turns_total Turns
                # TYPE turns_total counter
                turns_total 7.0
                """;
        CHAT_MANAGEMENT.on(FIGURES, 200, "text/plain", said);
        AGENT_MANAGEMENT.on(FIGURES, 200, "text/plain", said);

        List<String> lines = await().until(
                        () -> client.get(path).body().lines().toList(),
                        found -> found.contains("turns_total{service=\"agent-service\"} 7.0")
                                && found.contains("turns_total{service=\"chat-service\",replica=\"0\"} 7.0"));

        assertThat(lines).containsOnlyOnce("# TYPE turns_total counter").containsOnlyOnce("# HELP turns_total Turns");
        assertThat(lines)
                .contains("parley_service_up{service=\"gateway-service\"} 1")
                .anyMatch(line ->
                        line.startsWith("jvm_memory_used_bytes{") && line.contains("service=\"gateway-service\""));
        assertThat(header(client.get(path), "Content-Type")).startsWith("text/plain;version=0.0.4");
    }

    @Test
    void a_service_that_does_not_answer_is_seen_to_be_missing() {
        LOCATION_MANAGEMENT.on(FIGURES, 500, "text/plain", "boom");

        HttpResponse<String> answer = await().until(
                        () -> client.get("/metrics"),
                        found -> found.body().contains("parley_service_up{service=\"location-service\"} 0"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("boom");
    }
}
