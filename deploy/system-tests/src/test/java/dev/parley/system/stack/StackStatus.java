package dev.parley.system.stack;

import dev.parley.system.visitor.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What {@code status --json} tells. */
public record StackStatus(
        String gatewayUrl, String brokers, long kafkaPid, String database, long postgresPid, List<Service> services) {
    /** A process of a service. */
    public record Service(String name, long pid, int port, int managementPort, boolean healthy, long rssMb) {
        public String url() {
            return "http://127.0.0.1:" + port;
        }

        /** Whether it says itself that it can serve. */
        public boolean isReady() {
            return Management.isReady(managementPort);
        }

        /** All it measures, as Prometheus reads it. */
        public String metrics() {
            return Management.metrics(managementPort);
        }

        private static Service of(JsonNode json) {
            return new Service(
                    json.path("name").asString(""),
                    json.path("pid").asLong(),
                    json.path("port").asInt(),
                    json.path("management_port").asInt(),
                    json.path("healthy").asBoolean(),
                    json.path("rss_mb").asLong());
        }
    }

    static StackStatus parse(String text) {
        JsonNode json = Json.read(text);
        return new StackStatus(
                json.path("gateway_url").asString(""),
                json.path("kafka").path("bootstrap_servers").asString(""),
                json.path("kafka").path("pid").asLong(),
                json.path("postgres").path("url").asString(""),
                json.path("postgres").path("pid").asLong(),
                json.path("services").valueStream().map(Service::of).toList());
    }

    public Service service(String name) {
        return services.stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + name + " among " + services));
    }

    /** All processes of a service: {@code chat-service}, {@code chat-service-2} … */
    public List<Service> replicas(String name) {
        return services.stream()
                .filter(service -> service.name().matches(name + "(-\\d+)?"))
                .toList();
    }
}
