package dev.parley.system.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.system.load.Figures;
import dev.parley.system.load.Interruption;
import dev.parley.system.stack.Journey;
import dev.parley.system.stack.LocalStack;
import dev.parley.system.stack.OwnStackOnly;
import dev.parley.system.stack.Replicated;
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

/** One of two replicas stands still, is restarted, or dies, while fifty answers stream. Those that died start while others die. */
@Journey
@OwnStackOnly
@Order(RunOrder.REPLICAS)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplicasJourney {
    private static final Duration GOES_ON = Duration.ofSeconds(10);

    /** A worker whose turns were given up finds its transactions refused, and its place among the readers gone. */
    private static final String LOST_ITS_PLACE = "rollback exception|Offset commit failed|ConsumerCoordinator";

    private final LocalStack stack;
    private final UnderLoad all;

    ReplicasJourney(@Replicated LocalStack stack) {
        this.stack = stack;
        this.all = UnderLoad.of(stack);
    }

    @AfterAll
    void visitors_leave() {
        all.close();
    }

    @Test
    @Order(1)
    void what_a_worker_does_that_was_given_up_is_not_shown() throws Exception {
        Service stopped = stack.status().service("agent-service");

        all.bears(LOST_ITS_PLACE, () -> {
            Interruption interruption = Interruption.ofNow(all.load());
            Signal.STOP.to(stopped.pid());
            try {
                all.goesOn("An agent stood still", interruption, GOES_ON);
            } finally {
                Signal.CONT.to(stopped.pid());
            }
            assertThat(interruption.begunAgain()).isPositive();
            all.beginsNewTurns("An agent woke up again", Interruption.ofNow(all.load()), GOES_ON);
        });
        assertThat(stack.status().service("agent-service").pid()).isEqualTo(stopped.pid());
    }

    @Test
    @Order(2)
    void in_a_rolling_restart_of_all_clients_reconnect_at_most_once_and_no_answer_is_begun_twice() throws Exception {
        RollingRestart restart = new RollingRestart(stack, all.load());

        all.bears(UnderLoad.NOTHING, restart::ofAll);

        Figures.counted(
                "A rolling restart of all: turns meanwhile", restart.turns().size());
        Figures.counted("A rolling restart of all: reconnects", restart.reconnects());
        assertThat(restart.turns()).allSatisfy(restart::wasBearable);
    }

    @ParameterizedTest
    @Order(3)
    @ValueSource(
            strings = {"agent-service", "chat-service", "conversation-service", "location-service", "gateway-service"})
    void whoever_dies_the_other_goes_on(String name) throws Exception {
        all.bears(UnderLoad.NOTHING, () -> {
            Interruption interruption = Interruption.ofNow(all.load());
            Signal.KILL.to(stack.status().service(name).pid());

            String what = "One of two of " + name + " was killed";
            all.goesOn(what, interruption, GOES_ON);
            all.beginsNewTurns(what, interruption, GOES_ON);
        });
    }

    @Test
    @Order(4)
    void in_the_end_nothing_was_lost_and_nothing_came_twice() {
        all.ends();
    }
}
