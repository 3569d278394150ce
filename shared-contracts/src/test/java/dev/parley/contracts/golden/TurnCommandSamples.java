package dev.parley.contracts.golden;

import dev.parley.contracts.turn.AnswerBounds;
import dev.parley.contracts.turn.CancelTurn;
import dev.parley.contracts.turn.ClientContext;
import dev.parley.contracts.turn.ClientTool;
import dev.parley.contracts.turn.ContextCall;
import dev.parley.contracts.turn.ContextMessage;
import dev.parley.contracts.turn.DecideToolCall;
import dev.parley.contracts.turn.Decision;
import dev.parley.contracts.turn.OnBusy;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.contracts.turn.ToolOffer;
import java.util.List;
import java.util.Map;

/** What stands on {@code chat.turn-requests}. */
final class TurnCommandSamples {

    private TurnCommandSamples() {}

    static List<Sample> all() {
        return List.of(
                Sample.of(request()), Sample.of(withContext(), "context"), Sample.of(cancel()), Sample.of(decision()));
    }

    private static RequestTurn request() {
        return new RequestTurn(
                Parts.TURN,
                Parts.CONVERSATION,
                Parts.VISITOR,
                Parts.WORKSPACE,
                Parts.QUESTION_ID,
                Parts.ANSWER_ID,
                Parts.QUESTION.text(),
                "web",
                "openai:gpt-5-mini",
                "location_scout",
                "assistant",
                OnBusy.ENQUEUE,
                7,
                Parts.ASKED,
                Parts.EXPIRES);
    }

    private static DecideToolCall decision() {
        return new DecideToolCall(
                Parts.TURN, Parts.CONVERSATION, Parts.CALL.toolCallId(), Decision.REJECT, "Not today.", Parts.ANSWERED);
    }

    private static RequestTurn withContext() {
        var tool = new ClientTool("get_weather", "The weather of a city.", Map.of("type", "object"));
        var call = new ContextCall("call_1", "get_weather", "{\"city\":\"Zürich\"}");
        return new RequestTurn(
                Parts.TURN,
                Parts.CONVERSATION,
                Parts.PERSON,
                Parts.WORKSPACE,
                Parts.QUESTION_ID,
                Parts.ANSWER_ID,
                Parts.QUESTION.text(),
                "api",
                "openai:gpt-5-mini",
                "location_scout",
                "assistant",
                OnBusy.ENQUEUE,
                7,
                Parts.ASKED,
                Parts.EXPIRES,
                new ClientContext(
                        List.of(
                                ContextMessage.of(ContextMessage.Role.USER, Parts.QUESTION.text()),
                                new ContextMessage(ContextMessage.Role.ASSISTANT, "", List.of(call), null),
                                new ContextMessage(ContextMessage.Role.TOOL, "{\"sun\":true}", List.of(), "call_1")),
                        new ToolOffer(List.of(tool), false, true, "get_weather"),
                        new AnswerBounds(0.2, 400, List.of("END")),
                        "Be brief."));
    }

    private static CancelTurn cancel() {
        return new CancelTurn(Parts.TURN, Parts.CONVERSATION, "asked_by_user", Parts.ANSWERED);
    }
}
