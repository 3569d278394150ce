package dev.parley.local.command;

import dev.parley.local.process.Memory;
import dev.parley.local.stack.PartState;
import dev.parley.local.stack.ReadyCheck;
import dev.parley.local.stack.StackState;
import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What {@code status --json} prints: programs read it. A process that is gone has pid 0. */
record StatusReport(String gatewayUrl, Kafka kafka, Postgres postgres, List<Service> services) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    record Kafka(String bootstrapServers, long pid) {}

    record Postgres(String url, long pid) {}

    record Service(String name, long pid, int port, int managementPort, boolean healthy, long rssMb) {

        static Service of(PartState part) {
            long pid = StatusReport.pid(part);
            boolean healthy = pid != 0 && ReadyCheck.http(part.managementPort()).passes();
            long memory = pid == 0 ? 0 : Memory.residentMb(pid);
            return new Service(part.name(), pid, part.port(), part.managementPort(), healthy, memory);
        }
    }

    static StatusReport of(StackState state) {
        return new StatusReport(
                state.gatewayUrl(),
                new Kafka(
                        state.bootstrapServers(),
                        state.kafka().map(StatusReport::pid).orElse(0L)),
                new Postgres(
                        state.databaseUrl(),
                        state.postgres().map(StatusReport::pid).orElse(0L)),
                state.services().stream().parallel().map(Service::of).toList());
    }

    String json() {
        return JSON.writeValueAsString(this);
    }

    private static long pid(PartState part) {
        return part.alive() ? part.process().pid() : 0;
    }
}
