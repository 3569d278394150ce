package dev.parley.local.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TraceTargetTest {
    private static final String ENDPOINT = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT";

    @Test
    void spans_go_into_the_file_unless_somebody_says_otherwise() {
        assertThat(TraceTarget.environment(Map.of("LANGSMITH_API_KEY", ""), 4318))
                .containsExactly(Map.entry(ENDPOINT, "http://127.0.0.1:4318/v1/traces"));
    }

    @Test
    void with_a_key_they_go_to_langsmith() {
        assertThat(TraceTarget.environment(Map.of("LANGSMITH_API_KEY", "lsv2", "LANGSMITH_PROJECT", "parley"), 4318))
                .containsEntry(ENDPOINT, "https://api.smith.langchain.com/otel/v1/traces")
                .containsEntry("OTEL_EXPORTER_OTLP_TRACES_HEADERS", "x-api-key=lsv2,Langsmith-Project=parley");
        assertThat(TraceTarget.environment(
                        Map.of(
                                "LANGSMITH_API_KEY",
                                "lsv2",
                                "LANGSMITH_ENDPOINT",
                                "https://eu.api.smith.langchain.com/"),
                        1))
                .containsEntry(ENDPOINT, "https://eu.api.smith.langchain.com/otel/v1/traces")
                .containsEntry("OTEL_EXPORTER_OTLP_TRACES_HEADERS", "x-api-key=lsv2");
    }

    @Test
    void a_collector_of_ones_own_is_left_as_it_is_set() {
        assertThat(TraceTarget.environment(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://jaeger:4318"), 4318))
                .isEmpty();
    }
}
