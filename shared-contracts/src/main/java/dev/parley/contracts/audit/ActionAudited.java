package dev.parley.contracts.audit;

import dev.parley.contracts.event.WireType;
import dev.parley.contracts.id.AuditId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody did something, or tried to.
 *
 * @param actor such as {@code user:ID}; {@code anonymous} for somebody who is not signed in
 * @param action such as {@code sign_in}; there will be more
 * @param outcome what became of it
 * @param target what it was done to, such as {@code user:ID} or {@code session:ID}
 * @param detail what was changed, such as {@code user -> admin,user}, or why it was refused
 */
@WireType("parley.audit.action_audited.v1")
public record ActionAudited(
        AuditId auditId,
        String actor,
        String action,
        AuditOutcome outcome,
        @Nullable String target,
        @Nullable String detail,
        Instant at)
        implements AuditEvent {}
