package dev.parley.system.fault;

import static org.awaitility.Awaitility.await;

import dev.parley.system.load.Figures;
import dev.parley.system.load.Interruption;
import dev.parley.system.load.Invariants;
import dev.parley.system.load.Load;
import dev.parley.system.load.Shape;
import dev.parley.system.stack.Journey;
import dev.parley.system.stack.LocalStack;
import dev.parley.system.stack.OwnStackOnly;
import dev.parley.system.stack.Replicated;
import dev.parley.system.stack.RunOrder;
import dev.parley.system.stack.Signal;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The broker dies while fifty answers stream, and comes back with what it had. */
@Journey
@Tag(Faults.UNDER_LOAD)
@OwnStackOnly
@Order(RunOrder.BACKING)
class BrokerLossJourney {
    private static final Duration LAG_GONE = Duration.ofSeconds(30);
    private static final Duration RESTART = Duration.ofMinutes(3);

    private final LocalStack stack;

    BrokerLossJourney(@Replicated LocalStack stack) {
        this.stack = stack;
    }

    @Test
    void open_streams_stand_still_and_go_on_and_all_that_waited_is_read() {
        long killed = stack.status().kafkaPid();
        ErrorsExplained errors = ErrorsExplained.by(stack, "[Kk]afka|coordinator|SendFailed|Engine");
        try (Lag lag = new Lag(stack.brokers());
                Load load = Load.start(stack.gateways(), stack.simulated("sim"), Shape.FIFTY)
                        .underWay()) {
            Signal.KILL.to(killed);
            await().atMost(RESTART).until(() -> ProcessHandle.of(killed).isEmpty());
            lag.awaitBroker(RESTART);

            Interruption back = Interruption.ofNow(load);
            Figures.measured(
                    "The broker was back: all lag was gone after", lag.gone(Figures.allowed(LAG_GONE)), LAG_GONE);
            Figures.measured(
                    "The broker was back: every open answer went on after",
                    back.over(Figures.allowed(LAG_GONE)),
                    LAG_GONE);
            Invariants.hold(stack, load.stop());
        }
        errors.hold();
    }
}
