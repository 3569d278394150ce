package dev.parley.chat.ui;

import dev.parley.chat.stream.TurnStreams;
import dev.parley.chat.turn.Approving;
import dev.parley.chat.turn.OwnTurns;
import dev.parley.chat.turn.Reading;
import dev.parley.chat.turn.Turn;
import dev.parley.chat.ui.UiRequest.UiApproval;
import dev.parley.contracts.id.Principal;
import dev.parley.contracts.turn.Decision;
import dev.parley.platform.problem.ProblemException;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Passes on what a page's user has decided about tool calls, and follows their turn on from there. A page that has heard no
 * answer may come again with the same.
 */
@Component
class UiDecisions {
    private final UiChats chats;
    private final OwnTurns turns;
    private final Approving approving;
    private final TurnStreams streams;

    UiDecisions(UiChats chats, OwnTurns turns, Approving approving, TurnStreams streams) {
        this.chats = chats;
        this.turns = turns;
        this.approving = approving;
        this.streams = streams;
    }

    /**
     * @throws ProblemException 404 for calls that are not of this chat, 409 when nothing can be decided, or something else was,
     *     422 for what says nothing
     */
    Reading goOn(String chat, List<UiApproval> approvals, Principal owner) {
        Turn turn = turnOf(chat, approvals, owner);
        approvals.forEach(approval -> approving.decide(turn, id(approval), decision(approval), approval.reason()));
        return new Reading(turn, owner, streams.replay(turn.place(), turn.outcome()), UiRendering.goingOn(approvals));
    }

    /** All are about one message, which is one turn: of other turns, there is no such call. */
    private Turn turnOf(String chat, List<UiApproval> approvals, Principal owner) {
        Turn turn = turns.require(id(approvals.getFirst()).split(":", 2)[0], owner);
        if (chats.find(owner, chat).filter(turn.conversation()::equals).isEmpty()) {
            throw ProblemException.notFound("conversation");
        }
        return turn;
    }

    private static String id(UiApproval approval) {
        if (approval.id() == null) {
            throw new IllegalStateException("Not validated");
        }
        return approval.id();
    }

    private static Decision decision(UiApproval approval) {
        if (approval.approved() == null) {
            throw ProblemException.invalidField(
                    "messages", "must say of each answered approval whether it is approved");
        }
        return approval.approved() ? Decision.APPROVE : Decision.REJECT;
    }
}
