package dev.parley.chat.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.event.CloudEventHeaders;
import dev.parley.contracts.problem.ProblemCode;
import dev.parley.contracts.turn.CancelTurn;
import dev.parley.platform.messaging.EventProducer;
import dev.parley.platform.messaging.EventRecords;
import dev.parley.platform.messaging.SendFailed;
import dev.parley.platform.messaging.WireJson;
import dev.parley.platform.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class WithdrawalsTest {
    private static final TurnTable table = new TurnTable();

    private final Turns turns = new Turns(table.jdbc);
    private final UnconfirmedTurns unconfirmed = new UnconfirmedTurns(table.jdbc);
    private final MockProducer<String, byte[]> log =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final EventProducer producer = new EventProducer(log, new EventRecords("chat-service", Clock.systemUTC()));
    private final Confirmations confirmations = new Confirmations(turns);
    private final MovableClock clock = new MovableClock();
    private final Withdrawals withdrawals = replica();
    private final TurnRequests requests = new TurnRequests(producer, turns, withdrawals, confirmations);

    @BeforeEach
    void there_are_no_turns() {
        table.comesBack();
        table.clear();
    }

    @Test
    void a_turn_that_the_log_confirms_is_acked() {
        Turn turn = table.enter("key");

        requests.send(turn);

        assertThat(turns.find(turn.id()))
                .hasValueSatisfying(found -> assertThat(found.acked()).isTrue());
        withdrawals.sweep();
        assertThat(log.history()).hasSize(1);
    }

    @Test
    void a_turn_that_it_does_not_confirm_is_gone_and_its_key_is_free() {
        Turn turn = table.enter("key");
        log.sendException = new TimeoutException("silence");

        assertThatThrownBy(() -> requests.send(turn)).isInstanceOf(SendFailed.class);

        assertThat(turns.find(turn.id())).isEmpty();
        assertThat(turns.findByKey(TurnTable.OWNER, "key")).isEmpty();
        assertThat(turns.find(table.enter("key").id())).isPresent();
    }

    @Test
    void a_turn_whose_conversation_was_deleted_before_the_log_confirmed_it_is_not_found() {
        Turn turn = table.enter(null);
        table.jdbc
                .sql("insert into conversation (id, version, deleted) values (:id, 1, true)")
                .param("id", turn.conversation().value())
                .update();
        table.jdbc
                .sql("delete from turn where id = :id")
                .param("id", turn.id().value())
                .update();

        assertThatThrownBy(() -> requests.send(turn))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(ProblemCode.NOT_FOUND));
    }

    @Test
    void its_request_may_have_got_through_so_its_withdrawal_goes_behind_it() {
        Turn turn = table.enter(null);
        log.sendException = new TimeoutException("silence");
        assertThatThrownBy(() -> requests.send(turn)).isInstanceOf(SendFailed.class);
        log.sendException = null;

        withdrawals.sweep();

        assertThat(log.history()).singleElement().satisfies(sent -> {
            assertThat(sent.topic()).isEqualTo("chat.turn-requests");
            assertThat(sent.key()).isEqualTo(turn.conversation().toString());
            CancelTurn cancel = WireJson.read(sent.value(), CancelTurn.class);
            assertThat(cancel.turnId()).isEqualTo(turn.id());
            assertThat(cancel.reason()).isEqualTo("withdrawn");
        });
        assertThat(table.rows()).isZero();
    }

    @Test
    void a_withdrawal_that_is_not_confirmed_comes_again() {
        Turn turn = table.enter(null);
        withdrawals.begin(turn.id());
        log.sendException = new TimeoutException("silence");
        withdrawals.sweep();
        log.sendException = null;
        withdrawals.sweep();
        assertThat(log.history()).isEmpty();

        passes(11);
        withdrawals.sweep();

        assertThat(log.history()).hasSize(1);
        assertThat(table.rows()).isZero();
    }

    @Test
    void one_whose_sender_died_before_it_could_say_so_comes_again_as_the_same_event() {
        Turn turn = table.enter(null);
        withdrawals.begin(turn.id());
        producer.sendAndAwait(CancelEvents.withdrawal(turn.id(), turn.conversation(), Instant.EPOCH));

        withdrawals.sweep();

        assertThat(ids()).hasSize(2).containsOnly(ids().getFirst());
        assertThat(table.rows()).isZero();
    }

    @Test
    void what_a_crash_has_left_for_a_minute_is_taken_back_and_what_is_young_or_acked_stays() {
        Turn left = table.enter("left");
        Turn acked = table.enter("acked");
        requests.send(acked);
        passes(61);
        Turn young = table.enter("young");
        log.clear();

        withdrawals.sweep();

        assertThat(turns.find(left.id())).isEmpty();
        assertThat(turns.findByKey(TurnTable.OWNER, "left")).isEmpty();
        assertThat(turns.find(acked.id())).isPresent();
        assertThat(turns.find(young.id())).isPresent();
        assertThat(log.history()).hasSize(1);
    }

    @Test
    void a_repeat_that_is_confirmed_first_keeps_the_turn() {
        Turn turn = table.enter("key");
        passes(61);
        requests.send(turn);
        log.clear();

        withdrawals.sweep();

        assertThat(turns.find(turn.id())).isPresent();
        assertThat(log.history()).isEmpty();
    }

    @Test
    void one_that_is_confirmed_while_the_database_is_away_is_accepted_and_noted_when_it_is_back() {
        Turn turn = table.enter("key");
        table.goesAway();
        requests.send(turn);
        table.comesBack();
        passes(61);

        confirmations.noteAll();
        withdrawals.sweep();

        assertThat(turns.find(turn.id()))
                .hasValueSatisfying(found -> assertThat(found.acked()).isTrue());
    }

    @Test
    void nobody_takes_back_what_others_left_until_they_had_time_to_note_it_after_an_outage() {
        Turn turn = table.enter("key");
        passes(61);
        table.goesAway();
        assertThatThrownBy(withdrawals::sweep).isInstanceOf(DataAccessException.class);
        table.comesBack();

        passes(59);
        withdrawals.sweep();
        assertThat(turns.find(turn.id())).isPresent();

        passes(1);
        withdrawals.sweep();
        assertThat(turns.find(turn.id())).isEmpty();
    }

    @Test
    void a_repeat_that_is_confirmed_too_late_is_not_accepted() {
        Turn turn = table.enter("key");
        passes(61);
        withdrawals.sweep();

        assertThatThrownBy(() -> requests.send(turn)).isInstanceOf(SendFailed.class);

        assertThat(turns.find(turn.id())).isEmpty();
    }

    @Test
    void a_repeat_in_the_middle_of_a_withdrawal_is_not_accepted_either() {
        Turn turn = table.enter("key");
        assertThat(unconfirmed.withdraw(turn.id())).isTrue();

        assertThatThrownBy(() -> requests.send(turn)).isInstanceOf(SendFailed.class);
        withdrawals.sweep();

        assertThat(types()).containsExactly("parley.turn.request_turn.v1", "parley.turn.cancel_turn.v1");
        assertThat(table.rows()).isZero();
    }

    @Test
    void what_the_agent_says_of_a_turn_confirms_its_request() {
        Turn turn = table.enter("key");
        turns.markRunning(TurnTable.started(turn, 1, "offline"));
        log.sendException = new TimeoutException("silence");

        requests.send(turn);

        passes(61);
        withdrawals.sweep();
        assertThat(turns.find(turn.id()))
                .hasValueSatisfying(found -> assertThat(found.acked()).isTrue());
    }

    @Test
    void an_answer_to_a_turn_that_is_taken_back_does_not_bring_it_back() {
        Turn turn = table.enter("key");
        unconfirmed.withdraw(turn.id());

        turns.markRunning(TurnTable.started(turn, 1, "offline"));

        assertThat(turns.find(turn.id())).isEmpty();
        withdrawals.sweep();
        assertThat(table.rows()).isZero();
    }

    @Test
    void two_replicas_that_sweep_at_once_share_the_work() {
        List<Withdrawals> replicas = List.of(replica(), replica());
        IntStream.range(0, 120).forEach(_ -> table.enter(null));
        passes(61);
        List<CompletableFuture<Void>> sweeps = replicas.stream()
                .map(each ->
                        CompletableFuture.runAsync(() -> IntStream.range(0, 3).forEach(_ -> each.sweep())))
                .toList();
        sweeps.forEach(CompletableFuture::join);

        assertThat(table.rows()).isZero();
        assertThat(ids()).hasSize(120).doesNotHaveDuplicates();
    }

    /** For the database and for those who sweep it. */
    private void passes(int seconds) {
        table.passes(seconds + " s");
        clock.pass(Duration.ofSeconds(seconds));
    }

    private Withdrawals replica() {
        return new Withdrawals(unconfirmed, producer, clock, TurnTable.SETTINGS);
    }

    private List<String> ids() {
        return log.history().stream()
                .map(sent -> header(sent, CloudEventHeaders.ID))
                .toList();
    }

    private List<String> types() {
        return log.history().stream()
                .map(sent -> header(sent, CloudEventHeaders.TYPE))
                .toList();
    }

    private static String header(ProducerRecord<String, byte[]> sent, String name) {
        return new String(sent.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
