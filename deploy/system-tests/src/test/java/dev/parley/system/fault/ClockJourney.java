package dev.parley.system.fault;

import static org.awaitility.Awaitility.await;

import dev.parley.system.clock.WrongClock;
import dev.parley.system.load.Invariants;
import dev.parley.system.load.Load;
import dev.parley.system.load.Shape;
import dev.parley.system.stack.Journey;
import dev.parley.system.stack.LocalStack;
import dev.parley.system.stack.OwnStackOnly;
import dev.parley.system.stack.Replicated;
import dev.parley.system.stack.RunOrder;
import dev.parley.system.stack.StackStatus.Service;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The clock of one machine is wrong by five minutes. */
@Journey
@OwnStackOnly
@Order(RunOrder.REPLICAS)
class ClockJourney {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Shape SHAPE = new Shape(20, 20, 50);

    private final LocalStack stack;

    ClockJourney(@Replicated LocalStack stack) {
        this.stack = stack;
        stack.awaitAllReady();
    }

    @ParameterizedTest
    @CsvSource({"agent-service,PT-5M", "chat-service,PT-5M", "conversation-service,PT5M"})
    void a_replica_whose_clock_is_wrong_does_what_the_others_do(String name, Duration shift) {
        Service like = stack.status().service(name);
        try (ExtraReplica replica =
                ExtraReplica.like(like, WrongClock.option(shift), stack.logOf(like.name() + "-with-a-wrong-clock"))) {
            List<String> doors =
                    name.equals("chat-service") ? List.of(replica.service().url()) : stack.gateways();
            try (Load load = Load.start(doors, stack.simulated("sim"), SHAPE)) {
                await().atMost(PATIENCE).until(() -> load.ended() >= 3L * SHAPE.visitors());
                Invariants.hold(stack, load.stop());
            }
        }
    }
}
