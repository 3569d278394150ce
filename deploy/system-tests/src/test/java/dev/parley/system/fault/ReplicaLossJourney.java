package dev.parley.system.fault;

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
import dev.parley.system.stack.StackStatus.Service;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One of two replicas dies while fifty answers stream. */
@Journey
@Tag(Faults.UNDER_LOAD)
@OwnStackOnly
@Order(RunOrder.REPLICAS)
class ReplicaLossJourney {
    private static final Duration PROMISED = Duration.ofSeconds(10);

    private final LocalStack stack;

    ReplicaLossJourney(@Replicated LocalStack stack) {
        this.stack = stack;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"agent-service", "chat-service", "conversation-service", "location-service", "gateway-service"})
    void whoever_dies_nothing_is_lost_and_nothing_comes_twice(String name) {
        Service killed = stack.status().service(name);
        ErrorsExplained errors = ErrorsExplained.byNothing(stack);
        try (Load load = Load.start(stack.gateways(), stack.simulated("sim"), Shape.FIFTY)
                .underWay()) {
            Interruption interruption = Interruption.ofNow(load);
            Signal.KILL.to(killed.pid());

            Figures.measured(
                    "One of two of " + name + " killed: every open answer went on after",
                    interruption.over(Figures.allowed(PROMISED)),
                    PROMISED);
            Figures.measured(
                    "One of two of " + name + " killed: every new turn began after",
                    interruption.overForNewTurns(Figures.allowed(PROMISED)),
                    PROMISED);
            Invariants.hold(stack, load.stop());
        }
        errors.hold();
        stack.awaitRestart(killed);
    }
}
