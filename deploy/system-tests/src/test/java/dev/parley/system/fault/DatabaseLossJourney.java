package dev.parley.system.fault;

import static org.assertj.core.api.Assertions.assertThat;
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
import dev.parley.system.stack.StackStatus;
import dev.parley.system.stack.StackStatus.Service;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The database stops without a word while fifty answers stream, and Debezium is cut off from it. */
@Journey
@Tag(Faults.UNDER_LOAD)
@OwnStackOnly
@Order(RunOrder.BACKING)
class DatabaseLossJourney {
    private static final Duration READY = Duration.ofSeconds(15);
    private static final Duration RESTART = Duration.ofMinutes(3);
    private static final int CUTS = 3;

    private final LocalStack stack;

    DatabaseLossJourney(@Replicated LocalStack stack) {
        this.stack = stack;
    }

    @Test
    void after_a_restart_of_the_database_everything_goes_on_and_no_connection_is_missing() {
        StackStatus before = stack.status();
        Map<String, Long> lent = Pools.lent(before);
        ErrorsExplained errors = ErrorsExplained.by(
                stack,
                "SQL|EOF|rollback exception|database|Engine has failed|Connection|Broken pipe|error occurred in message handler");
        try (Load load = Load.start(stack.gateways(), stack.simulated("sim"), Shape.FIFTY)
                .underWay()) {
            Signal.QUIT.to(before.postgresPid());
            await().atMost(RESTART)
                    .until(() -> ProcessHandle.of(before.postgresPid()).isEmpty());
            new Database(before).awaitAnswers(RESTART);

            Interruption back = Interruption.ofNow(load);
            long since = System.nanoTime();
            await("all are ready")
                    .atMost(Figures.allowed(READY))
                    .until(() -> before.services().stream().allMatch(Service::isReady));
            Figures.measured(
                    "The database was back: all services were ready after",
                    Duration.ofNanos(System.nanoTime() - since),
                    READY);
            Figures.measured(
                    "The database was back: every open answer went on after", back.over(Figures.allowed(READY)), READY);
            Invariants.hold(stack, load.stop());
        }
        errors.hold();
        await("connections come back")
                .atMost(RESTART)
                .untilAsserted(() -> assertThat(Pools.lent(before))
                        .allSatisfy((service, count) ->
                                assertThat(count).as(service).isLessThanOrEqualTo(lent.get(service))));
    }

    @Test
    void when_debezium_is_cut_off_the_event_stream_has_no_gap() throws SQLException {
        Database database = new Database(stack.status());
        ErrorsExplained errors = ErrorsExplained.by(stack, "Engine|[Rr]eplication|debezium|terminating connection");
        try (Load load = Load.start(stack.gateways(), stack.simulated("sim"), Shape.FIFTY)
                .underWay()) {
            long last = 0;
            for (int cut = 0; cut < CUTS; cut++) {
                long before = last;
                long walsender = await("somebody reads the slot")
                        .atMost(RESTART)
                        .until(database::walsender, pid -> pid != 0 && pid != before);
                database.cutOff(walsender);
                last = walsender;
            }
            Invariants.hold(stack, load.stop());
        }
        errors.hold();
    }
}
