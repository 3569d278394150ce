package dev.parley.chat.openai;

import dev.parley.chat.stream.TurnStreams;
import dev.parley.chat.turn.Accepted;
import dev.parley.chat.turn.OwnTurns;
import dev.parley.chat.turn.Turn;
import dev.parley.chat.turn.TurnStatus;
import dev.parley.chat.turn.WholeAnswer;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.problem.ProblemCode;
import dev.parley.contracts.turn.ClientContext;
import dev.parley.contracts.turn.ContextCall;
import dev.parley.contracts.turn.ContextMessage;
import dev.parley.contracts.turn.MessageEnd;
import dev.parley.contracts.turn.RequestTurn;
import dev.parley.contracts.turn.RequestedCall;
import dev.parley.platform.messaging.WireJson;
import dev.parley.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what was said until a response: what its request brought along, and its answer. */
@Component
class PreviousResponses {
    private static final String FIELD = "previous_response_id";

    /** What a further response goes on from. */
    record Previous(ConversationId conversation, List<ContextMessage> messages) {}

    private final OwnTurns turns;
    private final TurnStreams streams;
    private final WholeAnswer whole;

    PreviousResponses(OwnTurns turns, TurnStreams streams, WholeAnswer whole) {
        this.turns = turns;
        this.streams = streams;
        this.whole = whole;
    }

    /** @throws ProblemException 404 for one that is not there, 409 while it is being made, 422 without an answer */
    Previous require(String response, Principal caller) {
        Turn turn = turns.require(ResponseIds.turnOf(response), caller);
        ClientContext context = WireJson.read(turn.request(), RequestTurn.class).context();
        if (context == null || turn.status() == TurnStatus.FAILED) {
            throw ProblemException.invalidField(FIELD, "must be of a response that has an answer");
        }
        if (!turn.status().isEnd()) {
            throw new ProblemException(ProblemCode.TURN_IN_PROGRESS, "The response before is still being made.");
        }
        var ended = new Accepted(turn, streams.replay(turn.place(), turn.outcome()), true);
        List<ContextMessage> messages = new ArrayList<>(context.messages());
        ContextMessage answer = answer(whole.await(ended, caller));
        if (answer != null) {
            messages.add(answer);
        }
        return new Previous(turn.conversation(), List.copyOf(messages));
    }

    private static @Nullable ContextMessage answer(MessageEnd end) {
        List<RequestedCall> requested = end.toolCalls() == null ? List.of() : end.toolCalls();
        List<ContextCall> calls = requested.stream()
                .map(call -> new ContextCall(CallIds.of(call), call.toolId(), ResponseView.arguments(call)))
                .toList();
        return end.text().isEmpty() && calls.isEmpty()
                ? null
                : new ContextMessage(ContextMessage.Role.ASSISTANT, end.text(), calls, null);
    }
}
