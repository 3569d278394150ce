package dev.parley.agent.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.conversation.ConversationDeleted;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.MessageId;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.id.TurnId;
import dev.parley.contracts.topic.Topic;
import dev.parley.contracts.turn.CancelTurn;
import dev.parley.contracts.turn.OnBusy;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.contracts.turn.TurnCommand;
import dev.parley.platform.messaging.EventProducer;
import dev.parley.platform.messaging.Outgoing;
import dev.parley.platform.messaging.WireJson;
import dev.parley.testing.backing.BackingServices;
import dev.parley.testing.topic.TopicReader;
import dev.parley.testing.topic.TopicRecord;
import dev.parley.testing.topic.TopicWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@BackingServices
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"management.server.port=0", "parley.agent.turn.max-steps=3"})
@Import(Scripted.class)
class TurnsTest {
    private final EventProducer producer;
    private final ScriptedModel model;
    private final CountingTool tool;
    private final JdbcClient jdbc;
    private final ConversationId conversation = new ConversationId(UUID.randomUUID());
    private final TopicReader stream = TopicReader.fromNow("chat.turn-stream");
    private final TopicReader outcomes = TopicReader.fromNow("chat.turn-outcomes");

    TurnsTest(
            @Autowired EventProducer producer,
            @Autowired ScriptedModel model,
            @Autowired CountingTool counting,
            @Autowired JdbcClient jdbc) {
        this.producer = producer;
        this.model = model;
        this.tool = counting;
        this.jdbc = jdbc;
    }

    @AfterEach
    void close() {
        stream.close();
        outcomes.close();
    }

    @Test
    void an_answer_streams_and_is_told() {
        RequestTurn turn = ask("say Hel lo !");

        List<TopicRecord> events = streamOf(turn);
        assertThat(types(events).getFirst()).isEqualTo("parley.turn.message_start.v1");
        assertThat(types(events).getLast()).isEqualTo("parley.turn.message_end.v1");
        assertThat(text(events)).isEqualTo("Hello!");
        assertThat(events).allSatisfy(event -> {
            assertThat(event.header("ce_turn")).isEqualTo(turn.turnId().toString());
            assertThat(event.header("ce_attempt")).isEqualTo("1");
            assertThat(event.partition()).isEqualTo(turn.streamPartition());
        });
        JsonNode outcome = outcomeOf(turn);
        assertThat(outcome.get("text").asString()).isEqualTo("Hello!");
        assertThat(outcome.get("question").get("text").asString()).isEqualTo("say Hel lo !");
        assertThat(outcome.get("usage").get("input_tokens").asInt()).isEqualTo(10);
        assertThat(outcome.get("prompt_version").asString()).isEqualTo("assistant/1");
    }

    @Test
    void deltas_are_counted_from_nought_without_a_gap() {
        RequestTurn turn = ask("say " + "token ".repeat(300));

        List<Integer> seqs = streamOf(turn).stream()
                .filter(event -> "parley.turn.delta.v1".equals(event.header("ce_type")))
                .map(event -> json(event).get("seq").asInt())
                .toList();
        assertThat(seqs).isNotEmpty();
        for (int i = 0; i < seqs.size(); i++) {
            assertThat(seqs.get(i)).isEqualTo(i);
        }
    }

    @Test
    void what_was_said_is_remembered_in_the_conversation_and_nowhere_else() {
        outcomeOf(ask("say My dog is Rex"));
        assertThat(outcomeOf(ask("remember")).get("text").asString()).isEqualTo("say My dog is Rex");

        RequestTurn elsewhere = request(new ConversationId(UUID.randomUUID()), "remember", null);
        send(elsewhere);
        assertThat(outcomeOf(elsewhere).get("text").asString()).isEmpty();
    }

    @Test
    void turns_of_one_conversation_run_in_order() {
        List<RequestTurn> asked = List.of(ask("say 1"), ask("say 2"), ask("say 3"));
        asked.forEach(this::outcomeOf);

        assertThat(outcomeOf(ask("remember")).get("text").asString()).isEqualTo("say 1|say 2|say 3");
    }

    @Test
    void a_tool_is_called_once_and_its_result_is_used() {
        RequestTurn turn = ask("tool counting");

        List<TopicRecord> events = streamOf(turn);
        assertThat(types(events))
                .contains("parley.turn.tool_call.v1", "parley.turn.tool_result.v1")
                .doesNotHaveDuplicates();
        JsonNode outcome = outcomeOf(turn);
        assertThat(outcome.get("text").asString()).isEqualTo("Looking.\n\n{\"word\":\"x\",\"length\":1}");
        assertThat(text(events)).isEqualTo(outcome.get("text").asString());
        assertThat(outcome.get("tool_calls").get(0).get("tool_call_id").asString())
                .isEqualTo(turn.turnId() + ":0:0");
        assertThat(tool.calls).containsOnlyOnce(turn.turnId() + ":0:0");
    }

    @Test
    void a_tool_that_there_is_not_is_an_error_that_the_model_can_read() {
        RequestTurn turn = ask("tool nonsense");

        assertThat(outcomeOf(turn).get("text").asString()).contains("unknown_tool");
        assertThat(outcomeOf(turn).get("tool_calls").get(0).get("error").asString())
                .isEqualTo("unknown_tool");
    }

    @Test
    void a_model_that_never_stops_asking_for_tools_is_stopped() {
        RequestTurn turn = ask("loop");

        assertThat(outcomeOf(turn).get("finish_reason").asString()).isEqualTo("tool_limit");
        assertThat(tool.calls.stream().filter(id -> id.startsWith(turn.turnId().toString())))
                .hasSize(3);
    }

    @Test
    void a_model_that_breaks_off_ends_the_turn_with_what_there_is() {
        RequestTurn turn = ask("break");

        JsonNode failed = outcomeOf(turn);
        assertThat(failed.get("code").asString()).isEqualTo("model_cut_off");
        assertThat(failed.get("text").asString()).isEqualTo("half ");
        assertThat(types(streamOf(turn)).getLast()).isEqualTo("parley.turn.error.v1");
    }

    @Test
    void a_model_that_there_is_not_any_more_ends_the_turn() {
        RequestTurn turn = request(conversation, "say x", "gone");
        send(turn);

        assertThat(outcomeOf(turn).get("code").asString()).isEqualTo("unknown_model");
    }

    @Test
    void a_request_that_comes_three_times_is_answered_once() {
        RequestTurn turn = request(conversation, "say once", null);
        send(turn);
        send(turn);
        outcomeOf(turn);

        // As long as the first delivery is being finished, another one is nothing; after that the outcome is told
        // again.
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            send(turn);
            return outcomeCount(turn) >= 2;
        });
        assertThat(model.requests.stream()
                        .filter(request -> request.messages().toString().endsWith("say once]]")))
                .hasSize(1);
        assertThat(outcomes.records(conversation.toString()).stream()
                        .filter(record -> isOutcomeOf(record, turn))
                        .map(record -> record.header("ce_id"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void a_turn_that_was_cancelled_before_it_was_seen_is_not_answered() {
        RequestTurn turn = request(conversation, "say no", null);
        send(new CancelTurn(turn.turnId(), conversation, "withdrawn", Instant.EPOCH));
        send(turn);

        assertThat(outcomeOf(turn).get("finish_reason").asString()).isEqualTo("cancelled");
        assertThat(outcomeOf(turn).get("text").asString()).isEmpty();
    }

    @Test
    void a_turn_that_is_cancelled_while_it_is_answered_keeps_what_was_said() {
        RequestTurn turn = ask("ponder");
        stream.await(record -> isOf(record, turn) && "parley.turn.delta.v1".equals(record.header("ce_type")));

        send(new CancelTurn(turn.turnId(), conversation, "not wanted", Instant.EPOCH));

        List<TopicRecord> events = streamOf(turn);
        assertThat(types(events).getLast()).isEqualTo("parley.turn.message_end.v1");
        assertThat(text(events)).isEqualTo("Hm… ");
        JsonNode outcome = outcomeOf(turn);
        assertThat(outcome.get("finish_reason").asString()).isEqualTo("cancelled");
        assertThat(outcome.get("text").asString()).isEqualTo("Hm… ");
    }

    @Test
    void a_turn_that_is_cancelled_while_it_waits_ends_before_the_one_that_runs() {
        RequestTurn running = ask("ponder");
        RequestTurn waiting = ask("say never");
        RequestTurn after = ask("remember");

        send(new CancelTurn(waiting.turnId(), conversation, "not wanted", Instant.EPOCH));

        assertThat(outcomeOf(waiting).get("finish_reason").asString()).isEqualTo("cancelled");
        assertThat(types(streamOf(waiting)))
                .containsExactly("parley.turn.message_start.v1", "parley.turn.message_end.v1");
        assertThat(outcomeCount(running)).isZero();
        send(new CancelTurn(running.turnId(), conversation, "not wanted", Instant.EPOCH));
        assertThat(outcomeOf(after).get("text").asString()).isEqualTo("ponder");
    }

    @Test
    void a_turn_that_interrupts_cancels_those_before_it() {
        RequestTurn running = ask("ponder");
        RequestTurn waiting = ask("say never");
        stream.await(record -> isOf(record, running));

        RequestTurn urgent = request(conversation, "say now", null, OnBusy.INTERRUPT);
        send(urgent);

        assertThat(outcomeOf(urgent).get("text").asString()).isEqualTo("now");
        assertThat(outcomeOf(running).get("finish_reason").asString()).isEqualTo("cancelled");
        assertThat(outcomeOf(waiting).get("finish_reason").asString()).isEqualTo("cancelled");
    }

    @Test
    void the_outcome_is_on_the_record_before_the_stream_ends() {
        RequestTurn turn = ask("say Hello");

        TopicRecord end = streamOf(turn).getLast();
        TopicRecord outcome = outcomes.await(record -> isOutcomeOf(record, turn));
        assertThat(time(outcome)).isBeforeOrEqualTo(time(end));
    }

    @Test
    void a_turn_that_runs_when_its_conversation_is_deleted_ends_and_leaves_nothing() {
        RequestTurn turn = ask("ponder");
        stream.await(record -> isOf(record, turn) && "parley.turn.delta.v1".equals(record.header("ce_type")));

        delete(turn);

        JsonNode last = json(streamOf(turn).getLast());
        assertThat(last.get("code").asString()).isEqualTo("conversation_deleted");
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(rowsOfConversation()).isZero();
            assertThat(jdbc.sql("select length(payload) from platform.work where id = :id and finished_at is not null")
                            .param("id", turn.turnId().value())
                            .query(Integer.class)
                            .optional())
                    .contains(0);
        });
        assertThat(outcomeCount(turn)).isZero();
    }

    @Test
    void a_turn_that_waited_too_long_is_not_begun() {
        RequestTurn fresh = request(conversation, "say late", null);
        RequestTurn late = new RequestTurn(
                fresh.turnId(),
                conversation,
                fresh.owner(),
                null,
                fresh.userMessageId(),
                fresh.messageId(),
                fresh.message(),
                "web",
                null,
                null,
                null,
                OnBusy.ENQUEUE,
                0,
                Instant.EPOCH,
                Instant.EPOCH.plusSeconds(1));
        send(late);

        assertThat(outcomeOf(late).get("code").asString()).isEqualTo("expired");
    }

    @Test
    void nothing_is_kept_of_a_deleted_conversation() {
        RequestTurn turn = ask("say secret");
        outcomeOf(turn);

        delete(turn);

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(rowsOfConversation()).isZero());
    }

    @Test
    void what_nobody_can_read_and_what_nobody_knows_yet_is_put_aside_and_the_partition_goes_on() {
        TopicWriter.to("chat.turn-requests").write(conversation.toString(), "{", Map.of("ce_type", "x"));
        TopicWriter.to("chat.turn-requests")
                .write(conversation.toString(), "{}", Map.of("ce_type", "parley.turn.request_turn.v1"));
        RequestTurn turn = ask("say still here");

        assertThat(outcomeOf(turn).get("text").asString()).isEqualTo("stillhere");
        try (TopicReader dead = TopicReader.fromBeginning("chat.turn-requests.dlq")) {
            assertThat(dead.await(conversation.toString(), 1))
                    .extracting(letter -> letter.header("dlq_reason"))
                    .containsExactly("unreadable");
        }
    }

    @Test
    void the_catalogue_says_what_there_is() {
        try (TopicReader catalog = TopicReader.fromBeginning("agent.catalog")) {
            JsonNode json = json(catalog.await(record -> record.text().contains("scripted")));
            assertThat(json.get("tools").valueStream().map(JsonNode::asString))
                    .contains("location_scout", "find_places", "counting");
        }
    }

    private void delete(RequestTurn turn) {
        producer.sendAndAwait(Outgoing.of(
                Topic.CONVERSATION_EVENTS,
                conversation.toString(),
                UUID.randomUUID(),
                new ConversationDeleted(conversation, turn.owner(), null, 5, Instant.EPOCH)));
    }

    private long rowsOfConversation() {
        return List.of("memory", "turn_result", "turn_step", "turn_call", "turn_remains").stream()
                .mapToLong(table -> jdbc.sql("select count(*) from " + table + " where conversation_id = :id")
                        .param("id", conversation.value())
                        .query((row, number) -> row.getLong(1))
                        .single())
                .sum();
    }

    private RequestTurn ask(String message) {
        RequestTurn turn = request(conversation, message, null);
        send(turn);
        return turn;
    }

    private void send(TurnCommand command) {
        UUID id = command instanceof RequestTurn ? command.turnId().value() : UUID.randomUUID();
        producer.sendAndAwait(
                Outgoing.of(Topic.TURN_REQUESTS, command.conversationId().toString(), id, command));
    }

    private static RequestTurn request(ConversationId conversation, String message, @Nullable String model) {
        return request(conversation, message, model, OnBusy.ENQUEUE);
    }

    private static RequestTurn request(
            ConversationId conversation, String message, @Nullable String model, OnBusy onBusy) {
        Instant now = Clock.systemUTC().instant();
        return new RequestTurn(
                new TurnId(UUID.randomUUID()),
                conversation,
                new Principal(Principal.Kind.SESSION, "visitor"),
                null,
                new MessageId(UUID.randomUUID()),
                new MessageId(UUID.randomUUID()),
                message,
                "web",
                model,
                null,
                null,
                onBusy,
                4,
                now,
                now.plusSeconds(300));
    }

    private List<TopicRecord> streamOf(RequestTurn turn) {
        stream.await(record -> isOf(record, turn) && isLast(record));
        return stream.records().stream().filter(record -> isOf(record, turn)).toList();
    }

    private JsonNode outcomeOf(RequestTurn turn) {
        return json(outcomes.await(record -> isOutcomeOf(record, turn)));
    }

    private long outcomeCount(RequestTurn turn) {
        return outcomes.records(conversation.toString()).stream()
                .filter(record -> isOutcomeOf(record, turn))
                .count();
    }

    private static boolean isOutcomeOf(TopicRecord record, RequestTurn turn) {
        return !"parley.turn.started.v1".equals(record.header("ce_type"))
                && json(record).get("turn_id").asString().equals(turn.turnId().toString());
    }

    private static boolean isOf(TopicRecord record, RequestTurn turn) {
        return turn.turnId().toString().equals(record.header("ce_turn"));
    }

    private static boolean isLast(TopicRecord record) {
        String type = String.valueOf(record.header("ce_type"));
        return type.equals("parley.turn.message_end.v1") || type.equals("parley.turn.error.v1");
    }

    private static List<String> types(List<TopicRecord> events) {
        return events.stream()
                .map(event -> String.valueOf(event.header("ce_type")))
                .distinct()
                .toList();
    }

    private static String text(List<TopicRecord> events) {
        return events.stream()
                .filter(event -> "parley.turn.delta.v1".equals(event.header("ce_type")))
                .map(event -> json(event).get("text").asString())
                .reduce("", String::concat);
    }

    private static Instant time(TopicRecord record) {
        return Instant.parse(String.valueOf(record.header("ce_time")));
    }

    private static JsonNode json(TopicRecord record) {
        return WireJson.mapper().readTree(record.body());
    }
}
