package dev.parley.agent.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agent.model.ModelMessage;
import dev.parley.agent.model.ModelRequest;
import dev.parley.agent.model.Verbatim;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.contracts.turn.TurnCompleted;
import dev.parley.testing.backing.TestDatabase;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a model thought before it asked for a tool. */
@AgentTest
class ThoughtsTest {
    /** So many steps into a turn that calls a tool, the model was asked what to say of that. */
    private static final int IN_THE_SECOND_STEP = 9;

    private final TurnHandler handler;
    private final ScriptedModel model;
    private final Results results;

    ThoughtsTest(@Autowired TurnHandler handler, @Autowired ScriptedModel model, @Autowired TestDatabase database) {
        this.handler = handler;
        this.model = model;
        this.results = new Results(JdbcClient.create(database.dataSource()));
    }

    @Test
    void it_is_reminded_of_in_the_next_step_also_by_another_worker() throws InterruptedException {
        RequestTurn turn = Requests.plain(new ConversationId(UUID.randomUUID()), "think reading");

        assertThat(Mortals.die(IN_THE_SECOND_STEP, handler::run, turn, 1)).isTrue();
        List<Verbatim> first = thoughts();
        assertThat(Mortals.die(Mortals.NEVER, handler::run, turn, 2)).isFalse();

        assertThat(first).containsExactly(ScriptedModel.THOUGHTS);
        assertThat(thoughts()).containsExactly(ScriptedModel.THOUGHTS, ScriptedModel.THOUGHTS);
        TurnCompleted outcome = (TurnCompleted) results.find(turn.turnId()).orElseThrow();
        assertThat(outcome.text()).doesNotContain("redacted_thinking");
    }

    /** Of all requests, those that remind of some. */
    private List<Verbatim> thoughts() {
        return model.requests.stream()
                .map(ModelRequest::messages)
                .flatMap(List::stream)
                .filter(ModelMessage.Assistant.class::isInstance)
                .map(said -> ((ModelMessage.Assistant) said).verbatim())
                .filter(ScriptedModel.THOUGHTS::equals)
                .toList();
    }
}
