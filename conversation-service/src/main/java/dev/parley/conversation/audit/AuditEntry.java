package dev.parley.conversation.audit;

import dev.parley.contracts.audit.AuditOutcome;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that is to be remembered.
 *
 * @param actor such as {@code user:ID}
 * @param action such as {@code sign_in}
 * @param target what it was done to
 * @param address where it came from
 */
public record AuditEntry(
        String actor,
        String action,
        AuditOutcome outcome,
        @Nullable String target,
        @Nullable String address) {
    private static final String NOBODY = "anonymous";

    /** Done by somebody who is signed in. */
    public static AuditEntry by(UUID user, String action) {
        return new AuditEntry(user(user), action, AuditOutcome.SUCCEEDED, null, null);
    }

    /** Tried by somebody who did not say who it is, or was not believed. */
    public static AuditEntry refused(String action) {
        return new AuditEntry(NOBODY, action, AuditOutcome.REFUSED, null, null);
    }

    public AuditEntry onUser(UUID id) {
        return new AuditEntry(actor, action, outcome, user(id), address);
    }

    public AuditEntry onSession(UUID id) {
        return new AuditEntry(actor, action, outcome, "session:" + id, address);
    }

    public AuditEntry onKey(String id) {
        return new AuditEntry(actor, action, outcome, "key:" + id, address);
    }

    public AuditEntry from(String client) {
        return new AuditEntry(actor, action, outcome, target, client);
    }

    private static String user(UUID id) {
        return "user:" + id;
    }
}
