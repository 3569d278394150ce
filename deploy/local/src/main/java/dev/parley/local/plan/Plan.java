package dev.parley.local.plan;

import dev.parley.local.database.PostgresServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** Who runs on which port. */
public record Plan(int gatewayPort, int kafkaPort, int controllerPort, int postgresPort, List<Replica> replicas) {

    private static final int DEBUG_PORT = 5005;

    /**
     * Chooses ports that are free now.
     *
     * @throws IllegalArgumentException when a port that must be exact is taken
     */
    public static Plan of(Wishes wishes) {
        return of(wishes, PortBook.ofSystem());
    }

    static Plan of(Wishes wishes, PortBook ports) {
        int gateway = ports.exactly(wishes.gatewayPort(), "the gateway", "--port");
        int kafka = ports.exactly(wishes.kafkaPort(), "Kafka", "--kafka-port");
        int postgres = ports.exactly(wishes.postgresPort(), "PostgreSQL", "--postgres-port");
        // Stacks that start at the same moment find the same ports free: who does not care gets others.
        IntUnaryOperator choice = wishes.gatewayPort() == 0 ? _ -> ports.any() : ports::from;
        List<Replica> replicas = new ArrayList<>();
        for (Service service : Service.values()) {
            for (int number = 1; number <= wishes.replicasOf(service); number++) {
                boolean known = service == Service.GATEWAY && number == 1;
                replicas.add(new Replica(
                        service,
                        number,
                        known ? gateway : choice.applyAsInt(service.port() + number - 1),
                        choice.applyAsInt(service.managementPort() + number - 1),
                        wishes.debug().contains(service) ? choice.applyAsInt(DEBUG_PORT) : 0));
            }
        }
        return new Plan(gateway, kafka, ports.any(), postgres, List.copyOf(replicas));
    }

    public String gatewayUrl() {
        return "http://127.0.0.1:" + gatewayPort;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + kafkaPort;
    }

    /** As who owns the databases. */
    public String databaseUrl() {
        return databaseUrl(PostgresServer.ROLE);
    }

    private String databaseUrl(String role) {
        return "postgresql://" + role + ":parley@127.0.0.1:" + postgresPort + "/parley";
    }

    /** Where everything is, in the variables that services read. */
    public Map<String, String> addresses() {
        Map<String, String> addresses = new TreeMap<>();
        addresses.put("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers());
        addresses.put("DATABASE_URL", databaseUrl(PostgresServer.APPLICATION_ROLE));
        addresses.put("DATABASE_MIGRATION_URL", databaseUrl());
        addresses.put("DATABASE_REPLICATION_URL", databaseUrl(PostgresServer.REPLICATION_ROLE));
        for (Service service : Service.values()) {
            addresses.put(service.urlVariable(), urls(service, Replica::port, service.port()));
            addresses.put(
                    service.managementUrlVariable(), urls(service, Replica::managementPort, service.managementPort()));
        }
        return addresses;
    }

    /** A service that is not started here may run in somebody's IDE, at its usual place. */
    private String urls(Service service, ToIntFunction<Replica> port, int usualPort) {
        String urls = replicas.stream()
                .filter(replica -> replica.service() == service)
                .map(replica -> url(port.applyAsInt(replica)))
                .collect(Collectors.joining(","));
        return urls.isEmpty() ? url(usualPort) : urls;
    }

    private static String url(int port) {
        return "http://127.0.0.1:" + port;
    }

    /** The databases that are made at start: one a service, and the one that DATABASE_URL names, for people. */
    public static List<String> databases() {
        return List.of("parley", "chat", "agent", "location", "conversation");
    }
}
