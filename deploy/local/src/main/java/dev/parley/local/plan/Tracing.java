package dev.parley.local.plan;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Traces by the OpenTelemetry Java agent.
 *
 * @param receiverPort where its spans are sent, by OTLP over HTTP, unless {@link TraceTarget} knows another place
 */
public record Tracing(Path agent, int receiverPort) {
    /** Parameters whose values stay out of spans: what the agent leaves out by itself, and what opens conversations here. */
    private static final String SECRET_PARAMETERS = "AWSAccessKeyId,Signature,sig,X-Goog-Signature,session_id,token";

    /** @param set what the caller has set */
    Map<String, String> environment(String service, Map<String, String> set) {
        Map<String, String> environment = new HashMap<>(TraceTarget.environment(set, receiverPort));
        environment.put("OTEL_SERVICE_NAME", service);
        environment.put("OTEL_TRACES_EXPORTER", "otlp");
        environment.put("OTEL_METRICS_EXPORTER", "none");
        environment.put("OTEL_LOGS_EXPORTER", "none");
        environment.put("OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", "http/protobuf");
        // Milliseconds: who reads the file has just asked and waits.
        environment.put(
                "OTEL_INSTRUMENTATION_SANITIZATION_URL_EXPERIMENTAL_SENSITIVE_QUERY_PARAMETERS", SECRET_PARAMETERS);
        environment.put("OTEL_BSP_SCHEDULE_DELAY", "500");
        return environment;
    }
}
