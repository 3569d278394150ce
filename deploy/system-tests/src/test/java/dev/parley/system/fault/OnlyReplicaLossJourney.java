package dev.parley.system.fault;

import dev.parley.system.load.Figures;
import dev.parley.system.load.Interruption;
import dev.parley.system.load.Invariants;
import dev.parley.system.load.Load;
import dev.parley.system.load.Shape;
import dev.parley.system.stack.Journey;
import dev.parley.system.stack.LocalStack;
import dev.parley.system.stack.OwnStackOnly;
import dev.parley.system.stack.RunOrder;
import dev.parley.system.stack.Signal;
import dev.parley.system.stack.StackStatus.Service;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The only replica of a service dies while fifty answers stream, and is started again. */
@Journey
@Tag(Faults.UNDER_LOAD)
@OwnStackOnly
@Order(RunOrder.CRASHES)
class OnlyReplicaLossJourney {
    private static final Duration PROMISED = Duration.ofSeconds(10);

    private final LocalStack stack;

    OnlyReplicaLossJourney(LocalStack stack) {
        this.stack = stack;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"agent-service", "chat-service", "conversation-service", "location-service", "gateway-service"})
    void whoever_dies_everything_goes_on_when_it_is_back(String name) {
        Service killed = stack.status().service(name);
        ErrorsExplained errors = ErrorsExplained.byNothing(stack);
        try (Load load = Load.start(stack.gateways(), stack.simulated("sim"), Shape.FIFTY)
                .underWay()) {
            Signal.KILL.to(killed.pid());
            stack.awaitRestart(killed);

            Figures.measured(
                    "The only " + name + " killed: every open answer went on after its restart within",
                    Interruption.ofNow(load).over(Figures.allowed(PROMISED)),
                    PROMISED);
            Invariants.hold(stack, load.stop());
        }
        errors.hold();
    }
}
