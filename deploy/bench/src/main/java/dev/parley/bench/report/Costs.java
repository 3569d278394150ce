package dev.parley.bench.report;

import dev.parley.bench.process.Usage;
import java.util.List;
import java.util.Set;

/** Whose costs are Parley's: all but those of what drives it. */
public final class Costs {
    public static final String SIMULATOR = "simulator";
    public static final String GENERATOR = "generator";

    private static final Set<String> DRIVERS = Set.of(SIMULATOR, GENERATOR);
    private static final double THOUSAND = 1000;

    private Costs() {}

    static List<String> parley(Usage usage) {
        return usage.costs().keySet().stream()
                .filter(name -> !DRIVERS.contains(name))
                .toList();
    }

    /** Milliseconds of CPU for a thousand of something. */
    static double perThousand(Usage.Cost cost, long count) {
        return count == 0 ? 0 : cost.cpu().toMillis() * THOUSAND / count;
    }

    static double perThousand(Results.Step step, String name) {
        return perThousand(
                step.parley().usage().of(name), step.parley().figures().tokens());
    }

    static double parleyPerThousand(Results.Step step) {
        Usage usage = step.parley().usage();
        return perThousand(usage.of(parley(usage)), step.parley().figures().tokens());
    }

    static long parleyMb(Usage usage) {
        return usage.of(parley(usage)).memoryMb();
    }
}
