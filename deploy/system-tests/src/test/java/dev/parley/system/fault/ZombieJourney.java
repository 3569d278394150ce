package dev.parley.system.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.system.load.Figures;
import dev.parley.system.load.Interruption;
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
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A worker stands still for longer than its lease, and wakes up believing that nothing has happened. */
@Journey
@Tag(Faults.UNDER_LOAD)
@OwnStackOnly
@Order(RunOrder.REPLICAS)
class ZombieJourney {
    private static final Duration PROMISED = Duration.ofSeconds(10);

    /** What its turns have become by explains why its transactions fail, and why its place among the readers is gone. */
    private static final String LOST_ITS_PLACE = "rollback exception|Offset commit failed|ConsumerCoordinator";

    private final LocalStack stack;

    ZombieJourney(@Replicated LocalStack stack) {
        this.stack = stack;
    }

    @Test
    void what_a_worker_does_that_was_given_up_is_neither_shown_nor_stored() {
        Service stopped = stack.status().service("agent-service");
        ErrorsExplained errors = ErrorsExplained.by(stack, LOST_ITS_PLACE);
        try (Load load = Load.start(stack.gateways(), stack.simulated("sim"), Shape.FIFTY_LONG)
                .underWay()) {
            Interruption interruption = Interruption.ofNow(load);
            Signal.STOP.to(stopped.pid());
            try {
                Figures.measured(
                        "An agent stood still: every open answer went on after",
                        interruption.over(Figures.allowed(PROMISED)),
                        PROMISED);
            } finally {
                Signal.CONT.to(stopped.pid());
            }
            Figures.counted(
                    "An agent stood still: answers begun again",
                    load.turns().stream().filter(turn -> turn.attempts() > 1).count());

            Invariants.hold(stack, load.stop());
            assertThat(load.turns()).extracting(TurnLog::attempts).anyMatch(attempts -> attempts > 1);
        }
        errors.hold();
        assertThat(stack.status().service("agent-service").pid()).isEqualTo(stopped.pid());
    }
}
