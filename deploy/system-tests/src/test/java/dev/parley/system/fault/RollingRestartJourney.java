package dev.parley.system.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.system.load.Figures;
import dev.parley.system.load.Invariants;
import dev.parley.system.load.Load;
import dev.parley.system.load.Shape;
import dev.parley.system.load.TurnLog;
import dev.parley.system.stack.Journey;
import dev.parley.system.stack.LocalStack;
import dev.parley.system.stack.OwnStackOnly;
import dev.parley.system.stack.Replicated;
import dev.parley.system.stack.RunOrder;
import dev.parley.system.stack.Signal;
import dev.parley.system.stack.StackStatus.Service;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** All services are restarted, one replica after the other, while fifty answers stream. */
@Journey
@Tag(Faults.UNDER_LOAD)
@OwnStackOnly
@Order(RunOrder.REPLICAS)
class RollingRestartJourney {
    private final LocalStack stack;

    RollingRestartJourney(@Replicated LocalStack stack) {
        this.stack = stack;
    }

    /** From its being told to end until it served again. */
    private record Restart(String name, long fromNanos, long toNanos) {
        boolean contains(long nanos) {
            return nanos - fromNanos >= 0 && toNanos - nanos >= 0;
        }

        /** Streams run through these. */
        boolean carriesStreams() {
            return name.startsWith("chat-") || name.startsWith("gateway-");
        }
    }

    @Test
    void a_client_reconnects_once_at_most_for_each_restart_and_no_answer_is_begun_twice() {
        ErrorsExplained errors = ErrorsExplained.byNothing(stack);
        try (Load load = Load.start(stack.gateways(), stack.simulated("sim"), Shape.FIFTY)
                .underWay()) {
            List<Restart> restarts = new ArrayList<>();
            stack.status().services().forEach(service -> restarts.add(restart(service)));
            load.stop();

            Figures.counted(
                    "A rolling restart of all: turns meanwhile", load.turns().size());
            Figures.counted("A rolling restart of all: reconnects", reconnects(load));
            Invariants.hold(stack, load);
            assertThat(load.turns()).allSatisfy(turn -> {
                assertThat(turn.attempts()).as("attempts of " + turn).isEqualTo(1);
                reconnectsOnceForEach(restarts, turn);
            });
        }
        errors.hold();
    }

    private Restart restart(Service service) {
        long from = System.nanoTime();
        Signal.TERM.to(service.pid());
        stack.awaitRestart(service);
        return new Restart(service.name(), from, System.nanoTime());
    }

    private static long reconnects(Load load) {
        return load.turns().stream().mapToLong(turn -> turn.breaks().size()).sum();
    }

    private static void reconnectsOnceForEach(List<Restart> restarts, TurnLog turn) {
        List<String> during = turn.breaks().stream()
                .map(broken -> restarts.stream()
                        .filter(restart -> restart.contains(broken) && restart.carriesStreams())
                        .map(Restart::name)
                        .findFirst()
                        .orElse("nobody's restart"))
                .toList();
        assertThat(during)
                .as("reconnects of " + turn)
                .doesNotContain("nobody's restart")
                .doesNotHaveDuplicates();
    }
}
