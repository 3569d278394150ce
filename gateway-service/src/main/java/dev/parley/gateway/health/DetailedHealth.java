package dev.parley.gateway.health;

import dev.parley.gateway.health.Machine.Cpu;
import dev.parley.gateway.health.Machine.Disk;
import dev.parley.gateway.health.Machine.Memory;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The detailed answer. Addresses are for administrators only. */
record DetailedHealth(
        State status,
        String version,
        long uptimeSeconds,
        Cpu cpu,
        Memory memory,
        Disk disk,
        Map<String, ServiceHealth> services,
        DatabaseHealth database,
        Seen broker,
        Seen redis,
        CacheHealth cache) {

    static DetailedHealth of(Findings findings, String version, long uptimeSeconds, boolean withAddresses) {
        Map<String, ServiceHealth> services = findings.services(withAddresses);
        DatabaseHealth database = findings.database();
        Seen broker = findings.broker();
        Seen redis = findings.redis();
        CacheHealth cache = findings.cache();
        Machine machine = Machine.now();
        return new DetailedHealth(
                status(services, database, broker, List.of(redis.status(), cache.status())),
                version,
                uptimeSeconds,
                machine.cpu(),
                machine.memory(),
                machine.disk(),
                services,
                database,
                broker,
                redis,
                cache);
    }

    /** Without a service, the database or the broker Parley does not work; without Redis or its cache it only does less well. */
    private static State status(
            Map<String, ServiceHealth> services, DatabaseHealth database, Seen broker, List<State> others) {
        boolean works = Stream.concat(
                        services.values().stream().map(ServiceHealth::status),
                        Stream.of(database.status(), broker.status()))
                .allMatch(State::works);
        if (!works) {
            return State.DOWN;
        }
        boolean whole = others.stream().allMatch(state -> state == State.OK || state == State.NOT_CONFIGURED)
                && services.values().stream().allMatch(service -> service.status() == State.OK);
        return whole ? State.OK : State.DEGRADED;
    }
}
