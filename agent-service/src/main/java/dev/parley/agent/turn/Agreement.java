package dev.parley.agent.turn;

import dev.parley.agent.tool.ToolOutcome;
import dev.parley.contracts.turn.Decision;
import dev.parley.platform.messaging.WireJson;
import dev.parley.platform.work.RetryLater;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;

/** Finds out whether a call may be made: most may, some only when a person has agreed to just these arguments ({@link EffectPolicy}). */
final class Agreement {
    /** What is to become of a call. */
    sealed interface Standing {
        record Free() implements Standing {}

        record Waiting(Duration left) implements Standing {}

        record Refused(ToolOutcome.Failure why) implements Standing {}
    }

    private static final Duration TOOL_COMES_BACK = Duration.ofSeconds(5);
    private static final Standing FREE = new Standing.Free();
    private static final Standing NOBODY_TO_ASK = refused(
            "approval_required",
            "Each call of this tool has to be agreed to by a person here, which can be done in a conversation of ours only.");

    private final FencedJournal journal;
    private final EffectPolicy policy;
    private final Duration patience;

    /** @param patience how long somebody has to decide */
    Agreement(FencedJournal journal, EffectPolicy policy, Duration patience) {
        this.journal = journal;
        this.policy = policy;
        this.patience = patience;
    }

    /**
     * Asks, when nobody was asked before. What somebody has decided holds whatever is said of the tool by now.
     *
     * @throws RetryLater when what was approved is a call of a tool that is not there, such as one of a server that has not been
     *     heard of yet since the start
     */
    Standing to(Call call) {
        Approval approval = journal.approval(call.effect()).orElse(null);
        if (approval != null) {
            return approval.isOpen() ? new Standing.Waiting(approval.left()) : decided(approval, call);
        }
        if (!policy.needsAgreement(call)) {
            return FREE;
        }
        if (!policy.canAsk()) {
            return NOBODY_TO_ASK;
        }
        journal.askForApproval(call.effect(), hash(call), patience);
        return new Standing.Waiting(patience);
    }

    /** From now on the model knows what came of these. */
    void readResultsOf(Collection<Call> calls) {
        policy.exposure().readResultsOf(calls);
    }

    private static Standing decided(Approval approval, Call call) {
        if (approval.decision() == Decision.APPROVE) {
            if (!call.prepared().isKnown()) {
                throw new RetryLater("the tool that was approved is not there", TOOL_COMES_BACK);
            }
            return approval.argumentsHash().equals(hash(call))
                    ? FREE
                    : refused("approval_mismatch", "What was approved are other arguments.");
        }
        if (approval.decision() == Decision.REJECT) {
            String comment = approval.comment();
            return refused("rejected", comment == null ? "The user does not want this call." : comment);
        }
        return refused("approval_expired", "Nobody decided about this call in time.");
    }

    private static Standing refused(String code, String detail) {
        return new Standing.Refused(new ToolOutcome.Failure(code, detail));
    }

    private static String hash(Call call) {
        try {
            byte[] json = WireJson.write(call.prepared().arguments());
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }
}
