package dev.parley.conversation.identity;

import dev.parley.conversation.audit.AuditEntry;
import dev.parley.conversation.audit.AuditLog;
import dev.parley.platform.problem.ProblemException;
import dev.parley.platform.tenant.TenantScope;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins sign-ins. */
@Component
class Beginning {
    private final Accounts accounts;
    private final SignIns signIns;
    private final RefreshTokens refreshTokens;
    private final Tokens tokens;
    private final AuditLog audit;
    private final Duration lifetime;

    Beginning(
            Accounts accounts,
            SignIns signIns,
            RefreshTokens refreshTokens,
            Tokens tokens,
            AuditLog audit,
            IdentitySettings settings) {
        this.accounts = accounts;
        this.signIns = signIns;
        this.refreshTokens = refreshTokens;
        this.tokens = tokens;
        this.audit = audit;
        this.lifetime = settings.signInLifetime();
    }

    /**
     * Unless the account has another password by now, or is locked or gone.
     *
     * @param action what led to it
     * @throws ProblemException 401
     */
    @Transactional
    TokenAnswer begin(Account account, Client client, String action) {
        String refreshToken = refreshTokens.first();
        try (TenantScope _ = account.scope()) {
            if (!accounts.isStill(account)) {
                throw LogIn.refused();
            }
            UUID signIn = signIns.begin(account.id(), client, lifetime);
            signIns.addToken(signIn, RefreshTokens.hash(refreshToken));
            audit.add(AuditEntry.by(account.id(), action).onSession(signIn).from(client.address()));
            return tokens.answer(account, signIn, refreshToken);
        }
    }
}
