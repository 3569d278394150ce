package dev.parley.agent.turn;

import dev.parley.agent.allowance.Budgets;
import dev.parley.agent.memory.ConversationData;
import dev.parley.agent.memory.Memory;
import dev.parley.agent.memory.Said;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.TurnId;
import dev.parley.contracts.turn.FinishReason;
import dev.parley.contracts.turn.Question;
import dev.parley.contracts.turn.TurnCompleted;
import dev.parley.contracts.turn.TurnFailed;
import dev.parley.contracts.turn.TurnOutcome;
import dev.parley.contracts.turn.TurnPaused;
import dev.parley.contracts.turn.TurnStarted;
import dev.parley.contracts.turn.Usage;
import dev.parley.platform.work.Fence;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends turns: the outcome is decided once, with what is remembered of it and what it has cost. */
@Component
class Finish {
    private final Results results;
    private final Memory memory;
    private final Journal journal;
    private final Approvals approvals;
    private final Budgets budgets;
    private final List<ConversationData> everything;

    Finish(
            Results results,
            Memory memory,
            Journal journal,
            Approvals approvals,
            Budgets budgets,
            List<ConversationData> everything) {
        this.results = results;
        this.memory = memory;
        this.journal = journal;
        this.approvals = approvals;
        this.budgets = budgets;
        this.everything = everything;
    }

    /**
     * @param exposed whether somebody else than user and operator may have had a say in it, other than the outcome tells
     * @return false when the conversation was deleted: then nothing is decided. A deletion waits for the lock of the
     *     fence, so it either is seen here or sees what was written here
     * @throws dev.parley.platform.work.Fenced when the turn is no longer this attempt's: then nothing is decided
     */
    @Transactional
    boolean decide(TurnOutcome outcome, boolean exposed, Fence fence) {
        if (!decideOnly(outcome, fence)) {
            return false;
        }
        memory.remember(outcome.conversationId(), outcome.turnId(), said(outcome), exposed || tellsOfOthers(outcome));
        return true;
    }

    /** As {@link #decide}, for a turn that has to end and of which memory takes nothing. */
    @Transactional
    boolean decideOnly(TurnOutcome outcome, Fence fence) {
        fence.requireInTransaction();
        boolean decided = results.add(outcome);
        // Also of a conversation that was deleted meanwhile: else whoever deletes it in time spends nothing.
        spend(outcome);
        if (decided) {
            journal.close(outcome.turnId());
            approvals.close(outcome.turnId());
        }
        return decided;
    }

    /** What an attempt has written of a deleted conversation, behind its erasure. */
    @Transactional
    void erase(ConversationId conversation, Fence fence) {
        fence.requireInTransaction();
        everything.forEach(data -> data.erase(conversation));
    }

    private void spend(TurnOutcome outcome) {
        switch (outcome) {
            case TurnCompleted done -> spend(done.turnId(), done.usage(), done.question());
            case TurnFailed failed -> spend(failed.turnId(), failed.usage(), failed.question());
            case TurnStarted _, TurnPaused _ -> {}
        }
    }

    private void spend(TurnId turn, Usage usage, Question question) {
        budgets.settle(turn, usage.costUsd(), question.owner(), question.workspaceId());
    }

    /** Of what a turn that failed was told, nothing is known. */
    private static boolean tellsOfOthers(TurnOutcome outcome) {
        return switch (outcome) {
            case TurnCompleted done ->
                !done.citations().isEmpty() || !done.toolCalls().isEmpty();
            case TurnFailed _, TurnStarted _, TurnPaused _ -> true;
        };
    }

    private static List<Said> said(TurnOutcome outcome) {
        return switch (outcome) {
            case TurnCompleted done when isUnanswered(done) -> List.of();
            case TurnCompleted done -> said(done.question().text(), done.text());
            case TurnFailed failed -> said(failed.question().text(), failed.text());
            case TurnStarted _, TurnPaused _ -> List.of();
        };
    }

    private static boolean isUnanswered(TurnCompleted done) {
        return done.finishReason() == FinishReason.CANCELLED && done.text().isBlank();
    }

    private static List<Said> said(String question, String answer) {
        List<Said> said = new ArrayList<>();
        said.add(new Said(Said.Speaker.USER, question));
        if (!answer.isBlank()) {
            said.add(new Said(Said.Speaker.ASSISTANT, answer));
        }
        return said;
    }
}
