package dev.parley.agent.turn;

import dev.parley.agent.model.ModelReply;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.TurnId;
import dev.parley.contracts.turn.ToolCallRecord;
import dev.parley.platform.work.Fence;
import java.time.Duration;
import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The journal as one attempt may write it: not a line after the turn was taken over. The first one has nothing to read. With
 * each reply it keeps what its model was exposed to.
 */
final class FencedJournal {
    private final Journal journal;
    private final Approvals approvals;
    private final TransactionOperations transactions;
    private final Fence fence;
    private final ConversationId conversation;
    private final boolean first;
    private final Exposure exposure;

    FencedJournal(
            Journal journal,
            Approvals approvals,
            TransactionOperations transactions,
            Fence fence,
            ConversationId conversation,
            boolean first,
            Exposure exposure) {
        this.journal = journal;
        this.approvals = approvals;
        this.transactions = transactions;
        this.fence = fence;
        this.conversation = conversation;
        this.first = first;
        this.exposure = exposure;
    }

    Optional<JournaledReply> reply(TurnId turn, int step) {
        Optional<JournaledReply> reply = first ? Optional.empty() : journal.reply(turn, step);
        reply.ifPresent(exposure::restore);
        return reply;
    }

    Optional<JournaledCall> call(EffectId effect) {
        return first ? Optional.empty() : journal.call(effect);
    }

    Optional<Approval> approval(EffectId effect) {
        return first ? Optional.empty() : approvals.of(effect);
    }

    void askForApproval(EffectId effect, String argumentsHash, Duration atMost) {
        write(() -> approvals.ask(conversation, effect, argumentsHash, atMost));
    }

    void recordReply(TurnId turn, int step, ModelReply reply, String model) {
        var journaled = new JournaledReply(reply, model, exposure.isExposed());
        write(() -> journal.recordReply(conversation, turn, step, journaled));
    }

    void recordStart(EffectId effect) {
        write(() -> journal.recordStart(conversation, effect));
    }

    void recordOutcome(EffectId effect, ToolCallRecord outcome) {
        write(() -> journal.recordOutcome(effect, outcome));
    }

    void recordRemains(TurnId turn, Remains remains) {
        write(() -> journal.recordRemains(conversation, turn, remains));
    }

    private void write(Runnable entry) {
        transactions.executeWithoutResult(status -> {
            fence.requireInTransaction();
            entry.run();
        });
    }
}
