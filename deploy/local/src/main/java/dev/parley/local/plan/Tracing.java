package dev.parley.local.plan;

import java.nio.file.Path;
import java.util.Map;

/**
 * Traces by the OpenTelemetry Java agent.
 *
 * @param receiverPort where its spans are sent, by OTLP over HTTP
 */
public record Tracing(Path agent, int receiverPort) {

    Map<String, String> environment(String service) {
        return Map.of(
                "OTEL_SERVICE_NAME",
                service,
                "OTEL_TRACES_EXPORTER",
                "otlp",
                "OTEL_METRICS_EXPORTER",
                "none",
                "OTEL_LOGS_EXPORTER",
                "none",
                "OTEL_EXPORTER_OTLP_TRACES_PROTOCOL",
                "http/protobuf",
                "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
                "http://127.0.0.1:" + receiverPort + "/v1/traces",
                // Milliseconds: who reads the file has just asked and waits.
                "OTEL_BSP_SCHEDULE_DELAY",
                "500");
    }
}
