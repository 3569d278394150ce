package dev.parley.conversation.identity;

import dev.parley.conversation.audit.AuditEntry;
import dev.parley.conversation.audit.AuditLog;
import dev.parley.platform.problem.ProblemException;
import dev.parley.platform.tenant.TenantScope;
import dev.parley.platform.time.IdSource;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds out whether an e-mail address is its owner's. */
@Component
class EmailVerification {
    private final Accounts accounts;
    private final EmailTokens tokens;
    private final Outbound outbound;
    private final AuditLog audit;
    private final IdSource ids;

    EmailVerification(Accounts accounts, EmailTokens tokens, Outbound outbound, AuditLog audit, IdSource ids) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.outbound = outbound;
        this.audit = audit;
        this.ids = ids;
    }

    /** Has a mail sent, unless that is known already or was tried too often; nothing tells. */
    @Transactional
    void ask(UUID id) {
        accounts.find(id)
                .filter(account -> !account.emailVerified())
                .ifPresent(account -> outbound.send(ids.next(), account, EmailPurpose.VERIFY));
    }

    /** @throws ProblemException 400 for a token that is good for nothing */
    @Transactional
    void confirm(String token, Client client) {
        UUID account = tokens.owner(token, EmailPurpose.VERIFY).orElseThrow(PasswordReset::invalidToken);
        try (TenantScope _ = Account.scopeOf(account)) {
            if (!tokens.use(token, EmailPurpose.VERIFY)) {
                throw PasswordReset.invalidToken();
            }
            if (accounts.verifyEmail(account)) {
                audit.add(AuditEntry.by(account, "email_verified").from(client.address()));
            }
        }
    }
}
