package dev.parley.contracts.golden;

import dev.parley.contracts.turn.CancelTurn;
import dev.parley.contracts.turn.DecideToolCall;
import dev.parley.contracts.turn.Decision;
import dev.parley.contracts.turn.OnBusy;
import dev.parley.contracts.turn.RequestTurn;
import java.util.List;

/** What stands on {@code chat.turn-requests}. */
final class TurnCommandSamples {

    private TurnCommandSamples() {}

    static List<Sample> all() {
        return List.of(Sample.of(request()), Sample.of(cancel()), Sample.of(decision()));
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

    private static CancelTurn cancel() {
        return new CancelTurn(Parts.TURN, Parts.CONVERSATION, "asked_by_user", Parts.ANSWERED);
    }
}
