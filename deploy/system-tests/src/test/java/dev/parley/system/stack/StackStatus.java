package dev.parley.system.stack;

import dev.parley.system.visitor.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What {@code status --json} tells. */
public record StackStatus(String gatewayUrl, String brokers, long kafkaPid, long postgresPid, List<Service> services) {
    /** A process of a service. */
    public record Service(String name, long pid, int port, int managementPort, boolean healthy, long rssMb) {
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
                json.path("postgres").path("pid").asLong(),
                json.path("services").valueStream().map(Service::of).toList());
    }

    public Service service(String name) {
        return services.stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + name + " among " + services));
    }
}
