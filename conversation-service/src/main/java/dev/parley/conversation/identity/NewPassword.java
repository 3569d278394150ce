package dev.parley.conversation.identity;

import dev.parley.conversation.audit.AuditEntry;
import dev.parley.conversation.audit.AuditLog;
import dev.parley.platform.tenant.TenantScope;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets a password, and ends what went before: the token, all sign-ins, the wait of whoever had guessed. */
@Component
class NewPassword {
    private final EmailTokens tokens;
    private final Accounts accounts;
    private final Endings endings;
    private final Attempts attempts;
    private final AuditLog audit;

    NewPassword(EmailTokens tokens, Accounts accounts, Endings endings, Attempts attempts, AuditLog audit) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.endings = endings;
        this.attempts = attempts;
        this.audit = audit;
    }

    /** @return false when the token is good for nothing; nothing is changed then */
    @Transactional
    boolean set(Account account, String token, String hash, Client client) {
        try (TenantScope _ = account.scope()) {
            boolean good = tokens.use(token, EmailPurpose.RESET);
            if (good) {
                set(account, hash, client);
            }
            return good;
        }
    }

    private void set(Account account, String hash, Client client) {
        accounts.setPasswordHash(account.id(), hash);
        tokens.endAll(account.id(), EmailPurpose.RESET);
        endings.endAll(account.id(), EndReason.PASSWORD_RESET);
        Optional.ofNullable(account.email()).ifPresent(email -> attempts.forget(LogIn.onWhom(Email.of(email))));
        audit.add(AuditEntry.by(account.id(), "password_reset").from(client.address()));
    }
}
