package dev.parley.simulator.inference;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** All runs of all hosts. Thread-safe. */
final class Runs {
    private final Map<String, SimulatedRun> byId = new ConcurrentHashMap<>();
    private final List<SimulatedRun> all = new CopyOnWriteArrayList<>();
    private final AtomicInteger numbers = new AtomicInteger();

    SimulatedRun begin(Host host, String model, JsonNode input) {
        String number = String.format(Locale.ROOT, "%020d", numbers.incrementAndGet());
        String id = (host == Host.MODAL ? "fc-" : "run") + number;
        var run = new SimulatedRun(id, host, model, input);
        byId.put(id, run);
        all.add(run);
        return run;
    }

    Optional<SimulatedRun> find(Host host, String id) {
        return Optional.ofNullable(byId.get(id)).filter(run -> run.host() == host);
    }

    List<SimulatedRun> all() {
        return List.copyOf(all);
    }
}
