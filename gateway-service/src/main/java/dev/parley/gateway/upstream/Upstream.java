package dev.parley.gateway.upstream;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** One service: its replicas, asked in turn. Thread-safe. */
public final class Upstream {

    private final String name;
    private final List<Replica> replicas;
    private final Clock clock;
    private final Duration rest;
    private final AtomicInteger turn = new AtomicInteger();

    Upstream(String name, List<Replica> replicas, Clock clock, Duration rest) {
        this.name = name;
        this.replicas = List.copyOf(replicas);
        this.clock = clock;
        this.rest = rest;
    }

    public String name() {
        return name;
    }

    public List<Replica> replicas() {
        return replicas;
    }

    /** All replicas, beginning with the one whose turn it is; those that could not be reached a moment ago come last. */
    public List<Replica> inTurn() {
        if (replicas.size() == 1) {
            return replicas;
        }
        int first = Math.floorMod(turn.getAndIncrement(), replicas.size());
        List<Replica> ready = new ArrayList<>(replicas.size());
        List<Replica> resting = new ArrayList<>();
        for (int i = 0; i < replicas.size(); i++) {
            Replica replica = replicas.get((first + i) % replicas.size());
            (replica.restsAt(clock.instant()) ? resting : ready).add(replica);
        }
        ready.addAll(resting);
        return ready;
    }

    /** To be told when a replica could not be reached. */
    public void unreachable(Replica replica) {
        replica.restUntil(clock.instant().plus(rest));
    }
}
