package dev.parley.agent.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.platform.messaging.EventProducer;
import dev.parley.testing.topic.TopicReader;
import dev.parley.testing.topic.TopicRecord;
import dev.parley.testing.topic.TopicWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A turn as it is answered, from the log to the log. */
@AgentTest
class TurnsTest {
    private final Talk talk;
    private final ScriptedModel model;
    private final CountingTool tool;

    TurnsTest(@Autowired EventProducer producer, @Autowired ScriptedModel model, @Autowired CountingTool counting) {
        this.talk = new Talk(producer);
        this.model = model;
        this.tool = counting;
    }

    @AfterEach
    void close() {
        talk.close();
    }

    @Test
    void an_answer_streams_and_is_told() {
        RequestTurn turn = talk.ask("say Hel lo !");

        List<TopicRecord> events = talk.streamOf(turn);
        assertThat(Talk.types(events).getFirst()).isEqualTo("parley.turn.message_start.v1");
        assertThat(Talk.types(events).getLast()).isEqualTo("parley.turn.message_end.v1");
        assertThat(Talk.text(events)).isEqualTo("Hello!");
        assertThat(events).allSatisfy(event -> {
            assertThat(event.header("ce_turn")).isEqualTo(turn.turnId().toString());
            assertThat(event.header("ce_attempt")).isEqualTo("1");
            assertThat(event.partition()).isEqualTo(turn.streamPartition());
        });
        JsonNode outcome = talk.outcomeOf(turn);
        assertThat(outcome.get("text").asString()).isEqualTo("Hello!");
        assertThat(outcome.get("question").get("text").asString()).isEqualTo("say Hel lo !");
        assertThat(outcome.get("usage").get("input_tokens").asInt()).isEqualTo(10);
        assertThat(outcome.get("prompt_version").asString()).isEqualTo("assistant/2");
    }

    @Test
    void deltas_are_counted_from_nought_without_a_gap() {
        RequestTurn turn = talk.ask("say " + "token ".repeat(300));

        List<Integer> seqs = talk.streamOf(turn).stream()
                .filter(event -> "parley.turn.delta.v1".equals(event.header("ce_type")))
                .map(event -> Talk.json(event).get("seq").asInt())
                .toList();
        assertThat(seqs).isNotEmpty();
        for (int i = 0; i < seqs.size(); i++) {
            assertThat(seqs.get(i)).isEqualTo(i);
        }
    }

    @Test
    void what_was_said_is_remembered_in_the_conversation_and_nowhere_else() {
        talk.outcomeOf(talk.ask("say My dog is Rex"));
        assertThat(talk.outcomeOf(talk.ask("remember")).get("text").asString()).isEqualTo("say My dog is Rex");

        RequestTurn elsewhere = Requests.plain(new ConversationId(UUID.randomUUID()), "remember");
        talk.send(elsewhere);
        assertThat(talk.outcomeOf(elsewhere).get("text").asString()).isEmpty();
    }

    @Test
    void what_no_column_takes_is_left_out_of_what_was_asked() {
        RequestTurn turn = talk.ask("say to\0gether");

        assertThat(talk.outcomeOf(turn).get("text").asString()).isEqualTo("together");
        assertThat(talk.outcomeOf(talk.ask("remember")).get("text").asString()).isEqualTo("say together");
    }

    @Test
    void turns_of_one_conversation_run_in_order() {
        List<RequestTurn> asked = List.of(talk.ask("say 1"), talk.ask("say 2"), talk.ask("say 3"));
        asked.forEach(talk::outcomeOf);

        assertThat(talk.outcomeOf(talk.ask("remember")).get("text").asString()).isEqualTo("say 1|say 2|say 3");
    }

    @Test
    void a_tool_is_called_once_and_its_result_is_used() {
        RequestTurn turn = talk.ask("tool counting");

        List<TopicRecord> events = talk.streamOf(turn);
        assertThat(Talk.types(events))
                .contains("parley.turn.tool_call.v1", "parley.turn.tool_result.v1")
                .doesNotHaveDuplicates();
        JsonNode outcome = talk.outcomeOf(turn);
        assertThat(outcome.get("text").asString()).isEqualTo("Looking.\n\n{\"word\":\"x\",\"length\":1}");
        assertThat(Talk.text(events)).isEqualTo(outcome.get("text").asString());
        assertThat(outcome.get("tool_calls").get(0).get("tool_call_id").asString())
                .isEqualTo(turn.turnId() + ":0:0");
        assertThat(tool.calls).containsOnlyOnce(turn.turnId() + ":0:0");
    }

    @Test
    void a_tool_that_there_is_not_is_an_error_that_the_model_can_read() {
        RequestTurn turn = talk.ask("tool nonsense");

        assertThat(talk.outcomeOf(turn).get("text").asString()).contains("unknown_tool");
        assertThat(talk.outcomeOf(turn).get("tool_calls").get(0).get("error").asString())
                .isEqualTo("unknown_tool");
    }

    @Test
    void whether_a_tool_that_breaks_had_its_effect_is_not_known_unless_it_has_none() {
        RequestTurn turn = talk.ask("tool broken_reading,broken_writing,broken_sending");

        assertThat(talk.outcomeOf(turn).get("tool_calls").valueStream())
                .extracting(call -> call.get("error").asString())
                .containsExactly("tool_failed", "outcome_unknown", "outcome_unknown");
    }

    @Test
    void a_model_that_never_stops_asking_for_tools_is_stopped() {
        RequestTurn turn = talk.ask("loop");

        assertThat(talk.outcomeOf(turn).get("finish_reason").asString()).isEqualTo("tool_limit");
        assertThat(talk.callsOf(turn)).hasSize(3);
    }

    @Test
    void a_model_that_says_too_much_is_stopped() {
        RequestTurn turn = talk.ask("flood");

        List<TopicRecord> events = talk.streamOf(turn);
        JsonNode outcome = talk.outcomeOf(turn);
        assertThat(outcome.get("finish_reason").asString()).isEqualTo("length");
        assertThat(outcome.get("text").asString()).hasSize(AnswerText.LONGEST).isEqualTo(Talk.text(events));
    }

    @Test
    void a_model_that_asks_for_too_many_calls_at_once_reads_that_the_last_were_not_made() {
        RequestTurn turn = talk.ask("tool counting" + ",counting".repeat(CallStep.MOST_CALLS));

        JsonNode outcome = talk.outcomeOf(turn);
        assertThat(outcome.get("tool_calls")).hasSize(CallStep.MOST_CALLS);
        assertThat(outcome.get("text").asString()).contains("too_many_calls");
        assertThat(tool.effects(turn.turnId())).isEqualTo(CallStep.MOST_CALLS);
    }

    @Test
    void a_result_that_is_too_large_is_cut() {
        RequestTurn turn = talk.ask("tool large");

        JsonNode result = talk.outcomeOf(turn).get("tool_calls").get(0).get("result");
        assertThat(result.get("truncated").asBoolean()).isTrue();
        assertThat(result.get("beginning").asString()).hasSize(100_000).startsWith("{\"text\":\"large large");
    }

    @Test
    void a_model_that_breaks_off_ends_the_turn_with_what_there_is() {
        RequestTurn turn = talk.ask("break");

        JsonNode failed = talk.outcomeOf(turn);
        assertThat(failed.get("code").asString()).isEqualTo("model_cut_off");
        assertThat(failed.get("text").asString()).isEqualTo("half ");
        assertThat(Talk.types(talk.streamOf(turn)).getLast()).isEqualTo("parley.turn.error.v1");
    }

    @Test
    void a_model_that_there_is_not_any_more_ends_the_turn() {
        RequestTurn turn = Requests.toModel(talk.conversation(), "say x", "gone");
        talk.send(turn);

        assertThat(talk.outcomeOf(turn).get("code").asString()).isEqualTo("unknown_model");
    }

    @Test
    void a_request_that_comes_three_times_is_answered_once() {
        RequestTurn turn = talk.request("say once");
        talk.send(turn);
        talk.send(turn);
        talk.outcomeOf(turn);

        // As long as the first delivery is being finished, another one is nothing; after that the outcome is told
        // again.
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            talk.send(turn);
            return talk.outcomeCount(turn) >= 2;
        });
        assertThat(model.requests.stream()
                        .filter(request -> request.messages().toString().endsWith("say once]]")))
                .hasSize(1);
        assertThat(talk.outcomeIds(turn)).hasSize(1);
    }

    @Test
    void the_outcome_is_on_the_record_before_the_stream_ends() {
        RequestTurn turn = talk.ask("say Hello");

        TopicRecord end = talk.streamOf(turn).getLast();
        TopicRecord outcome = talk.outcomeRecord(turn);
        assertThat(Talk.time(outcome)).isBeforeOrEqualTo(Talk.time(end));
    }

    @Test
    void what_nobody_can_read_and_what_nobody_knows_yet_is_put_aside_and_the_partition_goes_on() {
        TopicWriter.to("chat.turn-requests").write(talk.conversation().toString(), "{", Map.of("ce_type", "x"));
        TopicWriter.to("chat.turn-requests")
                .write(talk.conversation().toString(), "{}", Map.of("ce_type", "parley.turn.request_turn.v1"));
        RequestTurn turn = talk.ask("say still here");

        assertThat(talk.outcomeOf(turn).get("text").asString()).isEqualTo("stillhere");
        try (TopicReader dead = TopicReader.fromBeginning("chat.turn-requests.dlq")) {
            assertThat(dead.await(talk.conversation().toString(), 1))
                    .extracting(letter -> letter.header("dlq_reason"))
                    .containsExactly("unreadable");
        }
    }

    @Test
    void the_catalogue_says_what_there_is() {
        try (TopicReader catalog = TopicReader.fromBeginning("agent.catalog")) {
            JsonNode json = Talk.json(catalog.await(record -> record.text().contains("scripted")));
            assertThat(json.get("tools").valueStream().map(JsonNode::asString))
                    .contains("location_scout", "find_places", "counting");
        }
    }
}
