package dev.parley.local.plan;

import java.util.Map;
import java.util.Set;

/**
 * What somebody asked for.
 *
 * @param gatewayPort 0 for a free one, as the other ports
 * @param replicas how many of a service, where it is not one
 * @param debug services that open a debugger port
 */
public record Wishes(
        int gatewayPort,
        int kafkaPort,
        int postgresPort,
        Set<Service> services,
        Map<Service, Integer> replicas,
        Set<Service> debug) {

    int replicasOf(Service service) {
        return services.contains(service) ? replicas.getOrDefault(service, 1) : 0;
    }
}
