package dev.parley.system.fault;

import dev.parley.system.load.Interruption;
import dev.parley.system.stack.Journey;
import dev.parley.system.stack.LocalStack;
import dev.parley.system.stack.OwnStackOnly;
import dev.parley.system.stack.RunOrder;
import dev.parley.system.stack.Signal;
import dev.parley.system.stack.StackStatus.Service;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The only replica of each service dies while fifty answers stream, and is started again. */
@Journey
@OwnStackOnly
@Order(RunOrder.CRASHES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OnlyReplicasJourney {
    private static final Duration GOES_ON = Duration.ofSeconds(10);

    private final LocalStack stack;
    private final UnderLoad all;

    OnlyReplicasJourney(LocalStack stack) {
        this.stack = stack;
        this.all = UnderLoad.of(stack);
    }

    @AfterAll
    void visitors_leave() {
        all.close();
    }

    @ParameterizedTest
    @Order(1)
    @ValueSource(
            strings = {"agent-service", "chat-service", "conversation-service", "location-service", "gateway-service"})
    void whoever_dies_everything_goes_on_when_it_is_back(String name) throws Exception {
        all.bears(UnderLoad.NOTHING, () -> {
            Service killed = stack.status().service(name);
            Signal.KILL.to(killed.pid());
            stack.awaitRestart(killed);

            all.goesOn("The only " + name + " was killed and is back", Interruption.ofNow(all.load()), GOES_ON);
        });
    }

    @Test
    @Order(2)
    void in_the_end_nothing_was_lost_and_nothing_came_twice() {
        all.ends();
    }
}
