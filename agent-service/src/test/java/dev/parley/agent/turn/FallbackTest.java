package dev.parley.agent.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.turn.RequestTurn;
import dev.parley.platform.messaging.EventProducer;
import dev.parley.testing.topic.TopicRecord;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@AgentTest
class FallbackTest {
    private final Talk talk;

    FallbackTest(@Autowired EventProducer producer) {
        this.talk = new Talk(producer);
    }

    @AfterEach
    void close() {
        talk.close();
    }

    @Test
    void another_model_answers_for_one_that_does_not_begin_and_the_answer_says_whose_it_is() {
        RequestTurn turn = talk.ask("refuse");

        List<JsonNode> starts = starts(turn);
        assertThat(starts).extracting(it -> it.get("model").asString()).containsExactly("scripted", "stand-in");
        assertThat(starts).extracting(it -> it.get("attempt").asInt()).containsOnly(1);
        JsonNode outcome = talk.outcomeOf(turn);
        assertThat(outcome.get("text").asString()).isEqualTo("I stand in.");
        assertThat(outcome.get("model").asString()).isEqualTo("stand-in");
    }

    @Test
    void half_an_answer_is_not_gone_on_with_by_another() {
        RequestTurn turn = talk.ask("break");

        assertThat(starts(turn)).hasSize(1);
        assertThat(talk.outcomeOf(turn).get("code").asString()).isEqualTo("model_cut_off");
        assertThat(talk.outcomeOf(turn).get("model").asString()).isEqualTo("scripted");
    }

    @Test
    void what_is_wrong_with_the_question_is_wrong_for_all() {
        RequestTurn turn = talk.ask("reject");

        assertThat(talk.outcomeOf(turn).get("code").asString()).isEqualTo("model_rejected_request");
    }

    private List<JsonNode> starts(RequestTurn turn) {
        List<TopicRecord> stream = talk.streamOf(turn);
        return stream.stream()
                .filter(it -> "parley.turn.message_start.v1".equals(it.header("ce_type")))
                .map(Talk::json)
                .toList();
    }
}
