package dev.parley.bench.process;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads what processes have cost so far. */
public record Meter(Map<String, Watched> processes) {
    /** Of one moment, by name. */
    public record Reading(long at, Map<String, Usage.Cost> costs) {
        /** What was used since an earlier one; memory is that of now. */
        public Usage since(Reading before) {
            Map<String, Usage.Cost> used = new LinkedHashMap<>();
            costs.forEach((name, cost) -> {
                Duration earlier =
                        before.costs.getOrDefault(name, Usage.Cost.NONE).cpu();
                used.put(name, new Usage.Cost(cost.cpu().minus(earlier), cost.memoryMb()));
            });
            return new Usage(Duration.ofNanos(at - before.at), used);
        }
    }

    public Reading read() {
        Map<String, Usage.Cost> costs = new LinkedHashMap<>();
        processes.forEach((name, each) -> costs.put(name, new Usage.Cost(each.cpu(), each.memoryMb())));
        return new Reading(System.nanoTime(), costs);
    }
}
