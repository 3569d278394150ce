package dev.parley.bench.process;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;

/** What processes used over some time, by name, in the order in which they are shown. */
public record Usage(Duration time, Map<String, Cost> costs) {

    /**
     * Of one process.
     *
     * @param memoryMb resident, at the end
     */
    public record Cost(Duration cpu, long memoryMb) {
        static final Cost NONE = new Cost(Duration.ZERO, 0);

        private Cost plus(Cost other) {
            return new Cost(cpu.plus(other.cpu), memoryMb + other.memoryMb);
        }
    }

    public Cost of(String name) {
        return costs.getOrDefault(name, Cost.NONE);
    }

    public Cost of(Collection<String> names) {
        return names.stream().map(this::of).reduce(Cost.NONE, Cost::plus);
    }

    /** In percent of one core. */
    public double percent(Duration cpu) {
        return 100.0 * cpu.toNanos() / time.toNanos();
    }
}
