package dev.parley.system.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.system.load.Figures;
import dev.parley.system.load.Interruption;
import dev.parley.system.load.Invariants;
import dev.parley.system.load.Load;
import dev.parley.system.load.Shape;
import dev.parley.system.stack.BrokerDisk;
import dev.parley.system.stack.Journey;
import dev.parley.system.stack.LocalStack;
import dev.parley.system.stack.OwnStackOnly;
import dev.parley.system.stack.Replicated;
import dev.parley.system.stack.RunOrder;
import dev.parley.system.visitor.Question;
import dev.parley.system.visitor.Reply;
import dev.parley.system.visitor.Truths;
import dev.parley.system.visitor.Visitor;
import java.time.Duration;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** There is no room left for what the broker has to keep. */
@Journey
@Tag(Faults.UNDER_LOAD)
@OwnStackOnly
@Order(RunOrder.BACKING)
class DiskFullJourney {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LAG_GONE = Duration.ofSeconds(30);

    /** The broker is started again after half a minute at most. */
    private static final Duration RESTART = Duration.ofMinutes(3);

    private final LocalStack stack;

    DiskFullJourney(@Replicated LocalStack stack) {
        this.stack = stack;
    }

    @Test
    void new_turns_are_refused_nothing_is_lost_and_all_goes_on_when_there_is_room() {
        BrokerDisk disk = stack.brokerDisk();
        Assumptions.assumeTrue(disk.isOurs(), "Needs a disk of its own for the broker, which only root may mount");
        ErrorsExplained errors = ErrorsExplained.by(stack, "[Kk]afka|coordinator|SendFailed|Engine");
        try (Lag lag = new Lag(stack.brokers());
                Load load = Load.start(stack.gateways(), stack.simulated("sim"), Shape.FIFTY)
                        .underWay()) {
            disk.fill();
            try {
                Visitor visitor = stack.visitor();
                Reply refused = await("a new turn is refused")
                        .atMost(PATIENCE)
                        .until(
                                () -> visitor.post(Question.of("Hello?").streamed(false)),
                                reply -> reply.status() != 200);
                Truths.problem(refused, 503, "dependency_unavailable");
                assertThat(refused.header("Retry-After")).matches("\\d+");
            } finally {
                disk.makeRoom();
            }
            lag.awaitBroker(RESTART);

            Interruption back = Interruption.ofNow(load);
            Figures.measured(
                    "There was room again: all lag was gone after", lag.gone(Figures.allowed(LAG_GONE)), LAG_GONE);
            var _ = back.over(Figures.allowed(LAG_GONE));
            Invariants.hold(stack, load.stop());
        }
        errors.hold();
    }
}
