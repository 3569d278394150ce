package dev.parley.conversation.identity;

import dev.parley.conversation.audit.AuditEntry;
import dev.parley.conversation.audit.AuditLog;
import dev.parley.platform.problem.ProblemException;
import dev.parley.platform.security.Caller;
import dev.parley.platform.tenant.TenantScope;
import dev.parley.platform.web.Cursor;
import dev.parley.platform.web.Limit;
import dev.parley.platform.web.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends sign-ins: their tokens are good for nothing then. */
@Component
class SignOut {
    private final SignIns signIns;
    private final Endings endings;
    private final AuditLog audit;

    SignOut(SignIns signIns, Endings endings, AuditLog audit) {
        this.signIns = signIns;
        this.endings = endings;
        this.audit = audit;
    }

    /** That of a refresh token, whichever of its family; an unknown one has nothing to end. */
    @Transactional
    void endOf(String refreshToken, Client client) {
        signIns.lock(RefreshTokens.hash(refreshToken)).ifPresent(row -> endOwn(row, client));
    }

    private void endOwn(SignInRow row, Client client) {
        try (TenantScope _ = Account.scopeOf(row.account())) {
            end(row.id(), row.account(), EndReason.SIGNED_OUT, client);
        }
    }

    @Transactional
    void endCurrent(Caller.User user, Client client) {
        end(user.token().session(), user.id(), EndReason.SIGNED_OUT, client);
    }

    Page<SignInView> open(Caller.User user, @Nullable Cursor cursor, Limit limit) {
        return signIns.openOf(user.id(), user.token().session(), cursor, limit);
    }

    /** @throws ProblemException 404 when it is none of the caller's open ones */
    @Transactional
    void end(Caller.User user, UUID id, Client client) {
        if (!end(id, user.id(), EndReason.ENDED, client)) {
            throw ProblemException.notFound("session");
        }
    }

    private boolean end(UUID id, UUID account, EndReason reason, Client client) {
        boolean wasOpen = endings.end(id, account, reason);
        if (wasOpen) {
            audit.add(AuditEntry.by(account, reason == EndReason.ENDED ? "session_ended" : "sign_out")
                    .onSession(id)
                    .from(client.address()));
        }
        return wasOpen;
    }
}
