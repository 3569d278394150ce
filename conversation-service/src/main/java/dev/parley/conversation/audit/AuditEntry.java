package dev.parley.conversation.audit;

import dev.parley.contracts.audit.AuditOutcome;
import dev.parley.contracts.id.Principal;
import java.util.Collection;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something that is to be remembered.
 *
 * @param actor such as {@code user:ID}
 * @param action such as {@code sign_in}
 * @param target what it was done to
 * @param detail what it was changed to, or why it was refused
 * @param address where it came from
 */
public record AuditEntry(
        String actor,
        String action,
        AuditOutcome outcome,
        @Nullable String target,
        @Nullable String detail,
        @Nullable String address) {
    private static final String NOBODY = "anonymous";

    /** Done by somebody who is signed in. */
    public static AuditEntry by(UUID user, String action) {
        return new AuditEntry(user(user), action, AuditOutcome.SUCCEEDED, null, null, null);
    }

    /** Done by somebody who is signed in, or a visitor. */
    public static AuditEntry by(Principal who, String action) {
        String actor = who.kind().name().toLowerCase(Locale.ROOT) + ":" + who.id();
        return new AuditEntry(actor, action, AuditOutcome.SUCCEEDED, null, null, null);
    }

    /** Done by somebody who did not have to say who it is. */
    public static AuditEntry byAnybody(String action) {
        return new AuditEntry(NOBODY, action, AuditOutcome.SUCCEEDED, null, null, null);
    }

    /** Tried by somebody who did not say who it is, or was not believed. */
    public static AuditEntry refused(String action) {
        return new AuditEntry(NOBODY, action, AuditOutcome.REFUSED, null, null, null);
    }

    public AuditEntry onUser(UUID id) {
        return on(user(id));
    }

    public AuditEntry onSession(UUID id) {
        return on("session:" + id);
    }

    public AuditEntry onWork(UUID id) {
        return on("work:" + id);
    }

    public AuditEntry onConversation(UUID id) {
        return on("conversation:" + id);
    }

    public AuditEntry onExport(UUID id) {
        return on("export:" + id);
    }

    public AuditEntry onKey(String id) {
        return on("key:" + id);
    }

    public AuditEntry from(String client) {
        return new AuditEntry(actor, action, outcome, target, detail, client);
    }

    /** With one word, such as why it was refused. */
    public AuditEntry because(String reason) {
        return new AuditEntry(actor, action, outcome, target, reason, address);
    }

    /** With what these constants were changed to: {@code admin,user -> user}. */
    public AuditEntry changed(Collection<? extends Enum<?>> before, Collection<? extends Enum<?>> after) {
        return because(words(before) + " -> " + words(after));
    }

    private static String words(Collection<? extends Enum<?>> constants) {
        return constants.stream()
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .sorted()
                .collect(Collectors.joining(","));
    }

    private AuditEntry on(String what) {
        return new AuditEntry(actor, action, outcome, what, detail, address);
    }

    private static String user(UUID id) {
        return "user:" + id;
    }
}
