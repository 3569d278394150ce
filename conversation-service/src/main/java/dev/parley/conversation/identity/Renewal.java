package dev.parley.conversation.identity;

import dev.parley.conversation.audit.AuditEntry;
import dev.parley.conversation.audit.AuditLog;
import dev.parley.platform.tenant.TenantScope;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Refresh tokens are good for once: each renewal takes one and gives the next. */
@Component
class Renewal {
    private final SignIns signIns;
    private final Endings endings;
    private final RefreshTokens tokens;
    private final AuditLog audit;
    private final Duration repeatWithin;

    Renewal(SignIns signIns, Endings endings, RefreshTokens tokens, AuditLog audit, IdentitySettings settings) {
        this.signIns = signIns;
        this.endings = endings;
        this.tokens = tokens;
        this.audit = audit;
        this.repeatWithin = settings.repeatWithin();
    }

    /** A sign-in that was renewed. */
    record Renewed(UUID signIn, UUID account, String refreshToken) {
        @Override
        public String toString() {
            return "Renewed " + signIn;
        }
    }

    /** @return none when the token is good for nothing; one that was used before ends its sign-in */
    @Transactional
    Optional<Renewed> renew(String token, Client client) {
        byte[] hash = RefreshTokens.hash(token);
        return signIns.lock(hash).filter(SignInRow::open).flatMap(row -> renew(row, token, client));
    }

    private Optional<Renewed> renew(SignInRow row, String token, Client client) {
        try (TenantScope _ = Account.scopeOf(row.account())) {
            return renewOwn(row, token, client);
        }
    }

    private Optional<Renewed> renewOwn(SignInRow row, String token, Client client) {
        String successor = tokens.successor(token);
        if (row.usedFor() == null) {
            signIns.use(row.id(), RefreshTokens.hash(token));
            signIns.addToken(row.id(), RefreshTokens.hash(successor));
        } else if (!answerMayBeLost(row.usedFor(), successor)) {
            endings.end(row.id(), row.account(), EndReason.TOKEN_REUSED);
            audit.add(AuditEntry.refused("token_reused").onUser(row.account()).from(client.address()));
            return Optional.empty();
        }
        return Optional.of(new Renewed(row.id(), row.account(), successor));
    }

    /** Who has used the successor had the answer. */
    private boolean answerMayBeLost(Duration usedFor, String successor) {
        return usedFor.compareTo(repeatWithin) <= 0 && signIns.isUnused(RefreshTokens.hash(successor));
    }
}
