package dev.parley.chat.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.chat.turn.Visitor.Sse;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.platform.messaging.EventProducer;
import dev.parley.testing.backing.Kafka;
import dev.parley.testing.backing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A day after the answer: the log of the stream is gone, the outcome is not. */
class ReplayTest extends WithOneReplica {
    private final Turns turns;
    private final JdbcClient jdbc;

    ReplayTest(@Autowired EventProducer producer, @Autowired TestDatabase database, @LocalServerPort int port) {
        super(producer, port);
        this.jdbc = JdbcClient.create(database.dataSource());
        this.turns = new Turns(jdbc);
    }

    @Test
    void a_stream_is_rendered_from_what_is_kept() {
        String path = path(answered());

        List<Sse> events = Visitor.await(visitor.follow(path));

        assertThat(events).extracting(Sse::event).containsExactly("message_start", "delta", "message_end");
        assertThat(events).extracting(Sse::id).containsExactly("replay-0-1", "replay-1-1", "replay-2-1");
        assertThat(events.get(1).data().get("text").asString()).isEqualTo("Hello!");
    }

    @Test
    void a_reader_goes_on_behind_a_rendered_event_and_has_nothing_behind_the_last() {
        String path = path(answered());
        List<Sse> events = Visitor.await(visitor.follow(path));

        for (int seen = 0; seen < 2; seen++) {
            assertThat(Visitor.await(visitor.follow(
                            path, "Last-Event-ID", events.get(seen).id())))
                    .isEqualTo(events.subList(seen + 1, 3));
        }
        assertThat(visitor.get(path + "?after=replay-2-1").statusCode()).isEqualTo(204);
    }

    @Test
    void a_reader_with_a_place_on_the_log_that_is_gone_begins_anew() {
        String question = question();
        CompletableFuture<List<Sse>> live = visitor.ask(Map.of("message", question));
        RequestTurn turn = agent.awaitTurn(question);
        agent.answer(turn, 1, "Hel", "lo!");
        String seen = Visitor.await(live).get(1).id();
        awaitOutcome(turn);
        logGoes(turn);

        assertThat(Visitor.await(visitor.follow(path(turn), "Last-Event-ID", seen)))
                .extracting(Sse::event)
                .containsExactly("message_start", "delta", "message_end");
    }

    @Test
    void a_log_that_was_made_anew_is_as_one_that_is_gone() {
        RequestTurn turn = shown();
        long first = 1_000_000_000;
        set(turn, "first_offset = " + first);

        List<Sse> whole = Visitor.await(visitor.follow(path(turn)));
        String seen = turn.streamPartition() + "-" + (first + 1) + "-1";
        List<Sse> resumed = Visitor.await(visitor.follow(path(turn), "Last-Event-ID", seen));

        assertThat(whole).extracting(Sse::event).containsExactly("message_start", "delta", "message_end");
        assertThat(resumed).isEqualTo(whole);
    }

    @Test
    void so_is_one_that_has_got_as_far_again_with_other_turns() {
        RequestTurn turn = shown();
        RequestTurn next = Stream.generate(this::shown)
                .filter(later -> later.streamPartition() == turn.streamPartition())
                .findFirst()
                .orElseThrow();
        set(
                turn,
                "first_offset = "
                        + turns.find(next.turnId()).orElseThrow().place().firstOffset());

        assertThat(Visitor.await(visitor.follow(path(turn))))
                .extracting(Sse::id)
                .containsExactly("replay-0-1", "replay-1-1", "replay-2-1");
    }

    @Test
    void what_another_turn_said_is_never_shown_in_its_place() {
        RequestTurn turn = answered();
        Turn other = turns.find(answered().turnId()).orElseThrow();
        set(
                turn,
                "outcome_partition = %d, outcome_offset = %d"
                        .formatted(
                                other.outcome().orElseThrow().partition(),
                                other.outcome().orElseThrow().offset()));

        assertThat(visitor.get(path(turn)).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"replay-3-1", "replay-0-2", "replay-1", "replay-x-1"})
    void an_id_that_was_never_given_is_refused(String id) {
        var response = visitor.get(path(answered()), "Last-Event-ID", id);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Visitor.json(response).get("code").asString()).isEqualTo("bad_event_id");
    }

    @Test
    void nothing_was_rendered_of_a_turn_that_runs() {
        String question = question();
        var _ = visitor.ask(Map.of("message", question));
        RequestTurn turn = agent.awaitTurn(question);

        assertThat(visitor.get(path(turn), "Last-Event-ID", "replay-0-1").statusCode())
                .isEqualTo(400);
    }

    private RequestTurn answered() {
        RequestTurn turn = shown();
        logGoes(turn);
        return turn;
    }

    private RequestTurn shown() {
        String question = question();
        CompletableFuture<List<Sse>> live = visitor.ask(Map.of("message", question));
        RequestTurn turn = agent.awaitTurn(question);
        agent.answer(turn, 1, "Hel", "lo!");
        Visitor.await(live);
        awaitOutcome(turn);
        return turn;
    }

    private void awaitOutcome(RequestTurn turn) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> turns.find(turn.turnId()).orElseThrow().outcome().isPresent());
    }

    private void set(RequestTurn turn, String columns) {
        jdbc.sql("update turn set " + columns + " where id = :id")
                .param("id", turn.turnId().value())
                .update();
    }

    private void logGoes(RequestTurn turn) {
        var partition = new TopicPartition("chat.turn-stream", turn.streamPartition());
        try (Admin admin = Kafka.admin()) {
            admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(-1)))
                    .all()
                    .get();
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String path(RequestTurn turn) {
        return "/api/chat/turns/" + turn.turnId() + "/stream";
    }
}
