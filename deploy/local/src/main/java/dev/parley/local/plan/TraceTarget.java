package dev.parley.local.plan;

import java.util.HashMap;
import java.util.Map;

/** Where the spans of a traced stack go: to LangSmith, to a collector of the caller's own, or into the file of {@code up}. */
final class TraceTarget {
    private static final String LANGSMITH = "https://api.smith.langchain.com";
    private static final String ENDPOINT = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT";

    private TraceTarget() {}

    /** @param set what the caller has set */
    static Map<String, String> environment(Map<String, String> set, int receiverPort) {
        String key = set.getOrDefault("LANGSMITH_API_KEY", "");
        if (!key.isBlank()) {
            return langSmith(set, key);
        }
        return isSet(set, "OTEL_EXPORTER_OTLP_ENDPOINT") || isSet(set, ENDPOINT)
                ? Map.of()
                : Map.of(ENDPOINT, "http://127.0.0.1:" + receiverPort + "/v1/traces");
    }

    private static Map<String, String> langSmith(Map<String, String> set, String key) {
        String server = set.getOrDefault("LANGSMITH_ENDPOINT", "");
        String project = set.getOrDefault("LANGSMITH_PROJECT", "");
        Map<String, String> environment = new HashMap<>();
        environment.put(ENDPOINT, (server.isBlank() ? LANGSMITH : server.replaceFirst("/+$", "")) + "/otel/v1/traces");
        environment.put(
                "OTEL_EXPORTER_OTLP_TRACES_HEADERS",
                "x-api-key=" + key + (project.isBlank() ? "" : ",Langsmith-Project=" + project));
        return environment;
    }

    private static boolean isSet(Map<String, String> set, String variable) {
        return !set.getOrDefault(variable, "").isBlank();
    }
}
