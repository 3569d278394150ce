package dev.parley.system.fault;

import dev.parley.system.load.Figures;
import dev.parley.system.load.Invariants;
import dev.parley.system.load.Load;
import dev.parley.system.load.Shape;
import dev.parley.system.stack.Journey;
import dev.parley.system.stack.LocalStack;
import dev.parley.system.stack.OwnStackOnly;
import dev.parley.system.stack.Replicated;
import dev.parley.system.stack.RunOrder;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.boot.convert.DurationStyle;

/**
 * Faults at random, one after the other, for as long as {@code -Dsoak=30m} says. The same {@code -Dsoak.seed} lets the same happen in the
 * same order.
 */
@Journey
@OwnStackOnly
@Order(RunOrder.SOAK)
@EnabledIfSystemProperty(
        named = "soak",
        matches = ".+",
        disabledReason = "Takes as long as you like: say how long with -Dsoak=30m")
class SoakJourney {
    private static final List<Fault> FAULTS = List.copyOf(EnumSet.allOf(Fault.class));
    private static final int MOST_FAULTS = 3;
    private static final int LONGEST_PAUSE_S = 10;

    private final LocalStack stack;
    private final List<String> happened = new ArrayList<>();

    SoakJourney(@Replicated LocalStack stack) {
        this.stack = stack;
    }

    @Test
    void whatever_happens_nothing_is_lost_and_nothing_comes_twice() throws SQLException {
        long seed = Long.getLong("soak.seed", new Random().nextLong());
        System.out.println("[soak] -Dsoak.seed=" + seed);
        long until = System.nanoTime()
                + DurationStyle.detectAndParse(System.getProperty("soak", "")).toNanos();
        RandomGenerator random = new Random(seed);
        int round = 0;
        while (System.nanoTime() - until < 0) {
            round++;
            round(round, random);
        }
        Figures.counted("A soak with seed " + seed + ": faults survived", happened.size());
    }

    private void round(int round, RandomGenerator random) throws SQLException {
        try (Load load = Load.start(stack.gateways(), stack.simulated("sim"), Shape.FIFTY)
                .underWay()) {
            int faults = random.nextInt(1, MOST_FAULTS + 1);
            for (int i = 0; i < faults; i++) {
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(random.nextInt(1, LONGEST_PAUSE_S)));
                happen(round, random);
            }
            stack.awaitAllReady();
            Invariants.hold(stack, load.stop());
            System.out.println("[soak] round " + round + ": " + load.turns().size() + " turns, all well");
        }
    }

    private void happen(int round, RandomGenerator random) throws SQLException {
        Fault fault = FAULTS.get(random.nextInt(FAULTS.size()));
        String whom = fault.happen(stack, random);
        String what = "round " + round + ": " + fault + " " + whom;
        happened.add(what);
        System.out.println("[soak] " + what);
    }
}
