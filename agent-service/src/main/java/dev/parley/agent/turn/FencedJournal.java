package dev.parley.agent.turn;

import dev.parley.agent.model.ModelReply;
import dev.parley.contracts.id.ConversationId;
import dev.parley.contracts.id.TurnId;
import dev.parley.platform.work.Fence;
import java.time.Duration;
import java.util.List;
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

    Optional<JournaledReply> reply(TaskId task, int step) {
        Optional<JournaledReply> reply = first ? Optional.empty() : journal.reply(task, step);
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

    JournaledReply recordReply(TaskId task, int step, ModelReply reply, String model) {
        var journaled = new JournaledReply(reply, model, exposure.isExposed());
        write(() -> journal.recordReply(conversation, task, step, journaled));
        return journaled;
    }

    /** Of calls of one step that begin now: one that does not begin yet is not to be taken for one that broke off. */
    void recordStarts(List<EffectId> effects) {
        EffectId first = effects.getFirst();
        List<Integer> positions = effects.stream().map(EffectId::position).toList();
        write(() -> journal.recordStarts(conversation, first.task(), first.step(), positions));
    }

    void recordOutcome(EffectId effect, JournaledCall.Finished end) {
        write(() -> journal.recordOutcome(conversation, effect, end));
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
