package dev.parley.conversation.identity;

import dev.parley.conversation.audit.AuditEntry;
import dev.parley.conversation.audit.AuditLog;
import dev.parley.conversation.identity.ForgottenPasswords.Forgotten;
import dev.parley.platform.work.WorkItem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Has a mail sent to those who have an account with a password; to nobody else. */
@Component
class ForgottenPasswordAnswer {
    private final Accounts accounts;
    private final Outbound outbound;
    private final AuditLog audit;

    ForgottenPasswordAnswer(Accounts accounts, Outbound outbound, AuditLog audit) {
        this.accounts = accounts;
        this.outbound = outbound;
        this.audit = audit;
    }

    @Transactional
    void give(WorkItem item, Forgotten forgotten) {
        item.fence().requireInTransaction();
        accounts.find(Email.of(forgotten.email()))
                .filter(account -> !account.locked() && account.passwordHash() != null)
                .filter(account -> outbound.send(item.id(), account, EmailPurpose.RESET))
                .ifPresent(account -> audit.add(AuditEntry.byAnybody("password_reset_requested")
                        .onUser(account.id())
                        .from(forgotten.address())));
    }
}
