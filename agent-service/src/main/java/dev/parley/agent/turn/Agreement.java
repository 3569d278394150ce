package dev.parley.agent.turn;

import dev.parley.agent.tool.ToolOutcome;
import dev.parley.contracts.turn.Decision;
import dev.parley.platform.messaging.WireJson;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

/** Finds out whether a call may be made: most may, some only when a person has agreed to just these arguments. */
final class Agreement {
    /** What is to become of a call. */
    sealed interface Standing {
        record Free() implements Standing {}

        record Waiting(Duration left) implements Standing {}

        record Refused(ToolOutcome.Failure why) implements Standing {}
    }

    private static final Standing FREE = new Standing.Free();

    private final FencedJournal journal;
    private final Duration patience;

    /** @param patience how long somebody has to decide */
    Agreement(FencedJournal journal, Duration patience) {
        this.journal = journal;
        this.patience = patience;
    }

    /** Asks, when nobody was asked before. */
    Standing to(Call call) {
        if (!call.prepared().approvalRequired()) {
            return FREE;
        }
        String hash = hash(call);
        Approval approval = journal.approval(call.effect()).orElse(null);
        if (approval == null) {
            journal.askForApproval(call.effect(), hash, patience);
            return new Standing.Waiting(patience);
        }
        return approval.isOpen() ? new Standing.Waiting(approval.left()) : decided(approval, hash);
    }

    private static Standing decided(Approval approval, String hash) {
        if (approval.decision() == Decision.APPROVE) {
            return approval.argumentsHash().equals(hash)
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
