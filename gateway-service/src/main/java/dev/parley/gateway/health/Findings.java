package dev.parley.gateway.health;

import dev.parley.gateway.health.DatabaseHealth.PoolUse;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What follows from what the replicas said.
 *
 * @param ownRedis how the gateway itself sees Redis
 */
record Findings(List<ReplicaHealth> replicas, Seen ownRedis) {

    /** Counters of caches, by result: hit or miss. */
    private static final Set<String> CACHES = Set.of("cache_gets_total", "parley_location_cache_total");

    Map<String, ServiceHealth> services(boolean withAddresses) {
        Map<String, ServiceHealth> services = new LinkedHashMap<>();
        replicas.stream()
                .collect(Collectors.groupingBy(ReplicaHealth::service, LinkedHashMap::new, Collectors.toList()))
                .forEach((name, members) -> services.put(name, ServiceHealth.of(members, withAddresses)));
        return services;
    }

    DatabaseHealth database() {
        Seen seen = part(Part.DATABASE);
        return new DatabaseHealth(
                seen.status(),
                seen.latencyMs(),
                new PoolUse(connections("active"), connections("idle"), connections("pending"), connections("max")));
    }

    Seen broker() {
        return part(Part.BROKER);
    }

    Seen redis() {
        return together(Stream.concat(seenBy(Part.REDIS), Stream.of(ownRedis)).toList());
    }

    CacheHealth cache() {
        double hits = gets("hit");
        Seen redis = seenBy(Part.REDIS).findAny().isPresent() ? part(Part.REDIS) : null;
        return CacheHealth.of(redis, hits, hits + gets("miss"));
    }

    private Seen part(Part part) {
        return together(seenBy(part).toList());
    }

    /** A part is as its worst witness says, and as slow; a part that nobody could speak for is unknown. */
    private static Seen together(List<Seen> witnesses) {
        State state = State.ofWitnesses(witnesses.stream().map(Seen::status).toList());
        Double slowest = witnesses.stream()
                .map(Seen::latencyMs)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return new Seen(state, slowest);
    }

    private Stream<Seen> seenBy(Part part) {
        return replicas.stream()
                .flatMap(replica -> Stream.ofNullable(replica.parts().get(part)));
    }

    private int connections(String kind) {
        return (int) replicas.stream()
                .mapToDouble(replica -> replica.figures().sum("hikaricp_connections_" + kind))
                .sum();
    }

    private double gets(String result) {
        return replicas.stream()
                .flatMap(replica -> replica.figures().families().stream())
                .flatMap(family -> family.samples().stream())
                .filter(sample -> CACHES.contains(sample.name()) && sample.has("result", result))
                .mapToDouble(sample -> sample.value())
                .sum();
    }
}
