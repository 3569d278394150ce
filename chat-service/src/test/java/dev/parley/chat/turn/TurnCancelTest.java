package dev.parley.chat.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.chat.turn.Visitor.Sse;
import dev.parley.contracts.event.CloudEventHeaders;
import dev.parley.contracts.id.TurnId;
import dev.parley.contracts.turn.CancelTurn;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.platform.messaging.EventProducer;
import dev.parley.platform.messaging.EventRecords;
import dev.parley.platform.messaging.SendFailed;
import dev.parley.platform.messaging.WireJson;
import dev.parley.testing.backing.TestDatabase;
import dev.parley.testing.topic.TopicRecord;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class TurnCancelTest extends WithOneReplica {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Turns turns;
    private final JdbcClient jdbc;
    private final Visitor stranger;

    TurnCancelTest(@Autowired EventProducer producer, @Autowired TestDatabase database, @LocalServerPort int port) {
        super(producer, port);
        this.jdbc = JdbcClient.create(database.dataSource());
        this.turns = new Turns(jdbc);
        this.stranger = new Visitor(port);
    }

    @Test
    void a_turn_that_has_not_ended_will_be_stopped() {
        RequestTurn turn = begin();

        HttpResponse<String> answer = visitor.cancel(turn.turnId());

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(Visitor.json(answer).get("turn_id").asString())
                .isEqualTo(turn.turnId().toString());
        assertThat(Visitor.json(answer).get("status").asString()).isEqualTo("queued");
        TopicRecord command = agent.awaitCancels(turn.turnId(), 1).getFirst();
        assertThat(command.key()).isEqualTo(turn.conversationId().toString());
        CancelTurn cancel = WireJson.read(command.body(), CancelTurn.class);
        assertThat(cancel.conversationId()).isEqualTo(turn.conversationId());
        assertThat(cancel.reason()).isEqualTo("cancelled by the caller");
    }

    @Test
    void to_ask_twice_is_to_ask_once() {
        RequestTurn turn = begin();

        assertThat(visitor.cancel(turn.turnId()).statusCode()).isEqualTo(202);
        assertThat(visitor.cancel(turn.turnId()).statusCode()).isEqualTo(202);

        assertThat(agent.awaitCancels(turn.turnId(), 2).stream()
                        .map(command -> command.header(CloudEventHeaders.ID))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void one_that_is_not_confirmed_yet_can_be_stopped_as_well() {
        RequestTurn turn = begin();
        jdbc.sql("update turn set acked = false where id = :id")
                .param("id", turn.turnId().value())
                .update();

        assertThat(visitor.cancel(turn.turnId()).statusCode()).isEqualTo(202);
    }

    @Test
    void one_that_has_ended_says_how() {
        String question = question();
        CompletableFuture<List<Sse>> answer = visitor.ask(Map.of("message", question));
        RequestTurn turn = agent.awaitTurn(question);
        agent.answer(turn, 1, "Done");
        Visitor.await(answer);
        await().atMost(SOON)
                .until(() -> turns.find(turn.turnId()).orElseThrow().status().isEnd());

        HttpResponse<String> cancelled = visitor.cancel(turn.turnId());

        assertThat(cancelled.statusCode()).isEqualTo(200);
        assertThat(Visitor.json(cancelled).get("status").asString()).isEqualTo("completed");
    }

    @Test
    void a_strangers_turn_is_not_there() {
        RequestTurn turn = begin();

        assertThat(stranger.cancel(turn.turnId()).statusCode()).isEqualTo(404);
        assertThat(visitor.cancel(new TurnId(UUID.randomUUID())).statusCode()).isEqualTo(404);
    }

    @Test
    void what_the_log_does_not_confirm_was_not_asked() {
        var log = new MockProducer<String, byte[]>(true, null, new StringSerializer(), new ByteArraySerializer());
        log.sendException = new TimeoutException("silence");
        var producer = new EventProducer(log, new EventRecords("chat-service", Clock.systemUTC()));
        Turn turn = turns.find(begin().turnId()).orElseThrow();

        assertThatThrownBy(() -> new Cancellation(producer, Clock.systemUTC()).request(turn))
                .isInstanceOf(SendFailed.class);
    }

    @Test
    void it_is_described() {
        JsonNode operation = Visitor.json(visitor.get("/v3/api-docs"))
                .at("/paths/~1api~1chat~1turns~1{turn_id}~1cancel/post/responses");

        assertThat(operation.has("200")).isTrue();
        assertThat(operation.has("202")).isTrue();
        assertThat(operation.has("401")).isTrue();
    }

    private RequestTurn begin() {
        String question = question();
        var _ = visitor.ask(Map.of("message", question));
        return agent.awaitTurn(question);
    }
}
