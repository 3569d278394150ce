package dev.parley.system.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.system.load.Figures;
import dev.parley.system.load.Interruption;
import dev.parley.system.stack.Journey;
import dev.parley.system.stack.LocalStack;
import dev.parley.system.stack.OwnStackOnly;
import dev.parley.system.stack.Replicated;
import dev.parley.system.stack.RunOrder;
import dev.parley.system.stack.Signal;
import dev.parley.system.stack.StackStatus;
import dev.parley.system.stack.StackStatus.Service;
import dev.parley.system.visitor.Question;
import dev.parley.system.visitor.Reply;
import dev.parley.system.visitor.Truths;
import dev.parley.system.visitor.Visitor;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** What all replicas need goes away while fifty answers stream, and comes back. */
@Journey
@OwnStackOnly
@Order(RunOrder.BACKING)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BackingJourney {
    private static final Duration LAG_GONE = Duration.ofSeconds(30);
    private static final Duration READY = Duration.ofSeconds(15);

    /** The launcher starts again what has ended, at the latest after half a minute. */
    private static final Duration BACK = Duration.ofMinutes(5);

    private static final int CUTS = 3;

    /** Debezium looks after its connection every 10 s: it may see that it went while the next fault is borne. */
    private static final String DEBEZIUM = "Engine|Producer failure|Broken pipe";

    private static final String BROKER = "[Kk]afka|coordinator|SendFailed|" + DEBEZIUM;
    private static final String DATABASE = "SQL|EOF|rollback exception|database|Connection|" + DEBEZIUM;

    private final LocalStack stack;
    private final Map<String, Long> lentAtRest;
    private final UnderLoad all;

    BackingJourney(@Replicated LocalStack stack) {
        this.stack = stack;
        stack.awaitAllReady();
        this.lentAtRest = Pools.lent(stack.status());
        this.all = UnderLoad.of(stack);
    }

    @AfterAll
    void visitors_leave() {
        all.close();
    }

    @Test
    @Order(1)
    void when_debezium_is_cut_off_it_begins_again() throws Exception {
        Database database = new Database(stack.status());
        all.bears("[Rr]eplication|debezium|terminating connection|" + DEBEZIUM, () -> {
            long last = 0;
            for (int cut = 0; cut < CUTS; cut++) {
                long before = last;
                last = await("somebody reads the slot")
                        .atMost(BACK)
                        .until(database::walsender, pid -> pid != 0 && pid != before);
                database.cutOff(last);
            }
        });
    }

    @Test
    @Order(2)
    void when_the_broker_is_killed_streams_stand_still_and_go_on() throws Exception {
        long killed = stack.status().kafkaPid();
        all.bears(BROKER, () -> {
            Signal.KILL.to(killed);
            awaitEnd(killed);
            brokerIsBack("The broker was back");
        });
    }

    @Test
    @Order(3)
    void when_the_database_stops_all_are_ready_soon_after_and_streams_go_on() throws Exception {
        StackStatus before = stack.status();
        all.bears(DATABASE, () -> {
            Signal.QUIT.to(before.postgresPid());
            awaitEnd(before.postgresPid());
            new Database(before).awaitAnswers(BACK);

            Interruption back = Interruption.ofNow(all.load());
            Figures.measured("The database was back: all services were ready after", untilReady(before), READY);
            all.goesOn("The database was back", back, READY);
        });
    }

    @Test
    @Order(4)
    void when_the_brokers_disk_is_full_new_turns_are_refused_until_there_is_room() throws Exception {
        Assumptions.assumeTrue(
                stack.brokerDisk().isOurs(), "Needs a disk of its own for the broker, which only root may mount");
        Visitor visitor = stack.visitor();
        all.bears(BROKER, () -> {
            stack.brokerDisk().fill();
            try {
                Reply refused = await("a new turn is refused")
                        .atMost(BACK)
                        .until(
                                () -> visitor.post(Question.of("Hello?").streamed(false)),
                                reply -> reply.status() != 200);
                Truths.problem(refused, 503, "dependency_unavailable");
                assertThat(refused.header("Retry-After")).matches("\\d+");
            } finally {
                stack.brokerDisk().makeRoom();
            }
            brokerIsBack("There was room again");
        });
    }

    @Test
    @Order(5)
    void in_the_end_nothing_was_lost_and_nothing_came_twice() {
        all.ends();
    }

    @Test
    @Order(6)
    void in_the_end_every_connection_to_the_database_has_come_back() {
        await().atMost(BACK)
                .untilAsserted(() -> assertThat(Pools.lent(stack.status()))
                        .allSatisfy((service, lent) -> assertThat(lent)
                                .as("connections that %s has lent", service)
                                .isLessThanOrEqualTo(lentAtRest.getOrDefault(service, 0L))));
    }

    private void brokerIsBack(String what) {
        try (Lag lag = new Lag(stack.brokers())) {
            lag.awaitBroker(BACK);
            Interruption back = Interruption.ofNow(all.load());
            Figures.measured(what + ": all lag was gone after", lag.gone(Figures.allowed(LAG_GONE)), LAG_GONE);
            all.goesOn(what, back, LAG_GONE);
        }
    }

    private static Duration untilReady(StackStatus stack) {
        long since = System.nanoTime();
        await("all are ready")
                .atMost(Figures.allowed(READY))
                .until(() -> stack.services().stream().allMatch(Service::isReady));
        return Duration.ofNanos(System.nanoTime() - since);
    }

    private static void awaitEnd(long pid) {
        await("it has ended").atMost(BACK).until(() -> ProcessHandle.of(pid).isEmpty());
    }
}
