package dev.parley.agent.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agent.model.ModelMessage;
import dev.parley.agent.model.ModelRequest;
import dev.parley.contracts.turn.AnswerBounds;
import dev.parley.contracts.turn.ClientContext;
import dev.parley.contracts.turn.ClientTool;
import dev.parley.contracts.turn.ContextCall;
import dev.parley.contracts.turn.ContextMessage;
import dev.parley.contracts.turn.ContextMessage.Role;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.contracts.turn.ToolOffer;
import dev.parley.platform.messaging.EventProducer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Turns of clients that keep their conversation themselves. */
@AgentTest
class ClientContextTest {
    private static final ClientTool WEATHER = new ClientTool("get_weather", "The weather.", Map.of("type", "object"));
    private static final ToolOffer OURS = new ToolOffer(List.of(), true, false, null);

    private final Talk talk;
    private final ScriptedModel model;
    private final CountingTool counting;

    ClientContextTest(
            @Autowired EventProducer producer, @Autowired ScriptedModel model, @Autowired CountingTool counting) {
        this.talk = new Talk(producer);
        this.model = model;
        this.counting = counting;
    }

    @AfterEach
    void close() {
        talk.close();
    }

    @Test
    void what_the_client_tells_is_read_instead_of_what_is_remembered() {
        talk.outcomeOf(talk.ask("say forgotten"));
        var call = new ContextCall("call_7", "get_weather", "{}");
        RequestTurn turn = ask(
                OURS,
                new AnswerBounds(0.1, 7, List.of("END")),
                ContextMessage.of(Role.SYSTEM, "Be a pirate."),
                ContextMessage.of(Role.USER, "first"),
                new ContextMessage(Role.ASSISTANT, "", List.of(call), null),
                new ContextMessage(Role.TOOL, "sunny", List.of(), "call_7"),
                ContextMessage.of(Role.USER, "remember"));

        JsonNode outcome = talk.outcomeOf(turn);

        assertThat(outcome.get("text").asString()).isEqualTo("first");
        assertThat(outcome.get("prompt_version").asString()).isEqualTo("client");
        ModelRequest asked = requestOf("Be a pirate.");
        assertThat(asked.messages()).first().isEqualTo(new ModelMessage.Instructions("Be a pirate."));
        assertThat(asked.messages()).contains(ModelMessage.ToolAnswer.ofClient("call_7", "get_weather", "sunny"));
        assertThat(asked.tools()).extracting(tool -> tool.toolId()).contains("counting");
        assertThat(asked.temperature()).isEqualTo(0.1);
        assertThat(asked.limits().maxTokens()).isEqualTo(7);
        assertThat(asked.limits().stop()).containsExactly("END");
    }

    @Test
    void without_instructions_of_the_clients_ours_are_there() {
        RequestTurn turn = ask(OURS, AnswerBounds.NONE, ContextMessage.of(Role.USER, "say ours"));

        assertThat(talk.outcomeOf(turn).get("prompt_version").asString()).isEqualTo("assistant/2");
        assertThat(requestOf("say ours").messages()).first().isInstanceOf(ModelMessage.Instructions.class);
    }

    @Test
    void instructions_of_the_clients_are_there_instead_of_ours() {
        var said = List.of(ContextMessage.of(Role.USER, "say instructed"));
        RequestTurn turn = Requests.inContext(
                talk.conversation(), new ClientContext(said, OURS, AnswerBounds.NONE, "Be a parrot."));
        talk.send(turn);

        assertThat(talk.outcomeOf(turn).get("prompt_version").asString()).isEqualTo("client");
        assertThat(requestOf("say instructed").messages())
                .containsExactly(
                        new ModelMessage.Instructions("Be a parrot."), new ModelMessage.User("say instructed"));
    }

    @Test
    void a_call_of_the_clients_own_tool_ends_the_turn_and_nothing_of_ours_runs() {
        RequestTurn turn = ask(
                new ToolOffer(List.of(WEATHER), false, true, "get_weather"),
                AnswerBounds.NONE,
                ContextMessage.of(Role.USER, "tool get_weather,counting"));

        JsonNode outcome = talk.outcomeOf(turn);
        JsonNode end = Talk.json(talk.streamOf(turn).getLast());

        assertThat(outcome.get("finish_reason").asString()).isEqualTo("tool_calls");
        assertThat(outcome.get("tool_calls")).hasSize(1);
        assertThat(outcome.get("tool_calls").get(0).has("result")).isFalse();
        assertThat(end.get("tool_calls").get(0).get("tool_id").asString()).isEqualTo("get_weather");
        assertThat(end.get("tool_calls").get(0).get("tool_call_id").asString()).isEqualTo(turn.turnId() + ":0:0");
        assertThat(end.get("tool_calls").get(0).get("arguments").get("word").asString())
                .isEqualTo("x");
        assertThat(counting.effects(turn.turnId())).isZero();
        ModelRequest asked = requestOf("tool get_weather,counting");
        assertThat(asked.tools()).extracting(tool -> tool.toolId()).containsExactly("get_weather");
        assertThat(asked.requiredTool()).isEqualTo("get_weather");
        assertThat(asked.toolRequired()).isTrue();
    }

    @Test
    void a_model_that_asks_only_for_what_nobody_has_has_said_everything() {
        RequestTurn turn = ask(
                new ToolOffer(List.of(WEATHER), false, false, null),
                AnswerBounds.NONE,
                ContextMessage.of(Role.USER, "tool counting"));

        JsonNode outcome = talk.outcomeOf(turn);

        assertThat(outcome.get("finish_reason").asString()).isEqualTo("stop");
        assertThat(outcome.get("text").asString()).isEqualTo("Looking.");
    }

    private RequestTurn ask(ToolOffer tools, AnswerBounds bounds, ContextMessage... messages) {
        RequestTurn turn =
                Requests.inContext(talk.conversation(), new ClientContext(List.of(messages), tools, bounds, null));
        talk.send(turn);
        return turn;
    }

    private ModelRequest requestOf(String said) {
        return model.requests.stream()
                .filter(request -> request.messages().toString().contains(said))
                .toList()
                .getLast();
    }
}
