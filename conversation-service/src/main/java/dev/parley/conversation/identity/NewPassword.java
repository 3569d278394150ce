package dev.parley.conversation.identity;

import dev.parley.conversation.audit.AuditEntry;
import dev.parley.conversation.audit.AuditLog;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets a password, and ends what went before: the token, all sign-ins, the wait of whoever had guessed. */
@Component
class NewPassword {
    private final EmailTokens tokens;
    private final Accounts accounts;
    private final SignIns signIns;
    private final Attempts attempts;
    private final AuditLog audit;

    NewPassword(EmailTokens tokens, Accounts accounts, SignIns signIns, Attempts attempts, AuditLog audit) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.signIns = signIns;
        this.attempts = attempts;
        this.audit = audit;
    }

    /** @return false when the token is good for nothing; nothing is changed then */
    @Transactional
    boolean set(String token, String hash, Client client) {
        Optional<UUID> owner = tokens.use(token, EmailPurpose.RESET);
        owner.ifPresent(account -> set(account, hash, client));
        return owner.isPresent();
    }

    private void set(UUID account, String hash, Client client) {
        accounts.setPasswordHash(account, hash);
        tokens.endAll(account, EmailPurpose.RESET);
        signIns.endAll(account, EndReason.PASSWORD_RESET);
        accounts.find(account).map(Account::email).ifPresent(email -> attempts.forget(LogIn.onWhom(Email.of(email))));
        audit.add(AuditEntry.by(account, "password_reset").from(client.address()));
    }
}
