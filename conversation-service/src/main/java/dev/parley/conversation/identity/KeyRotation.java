package dev.parley.conversation.identity;

import dev.parley.contracts.problem.ProblemCode;
import dev.parley.conversation.audit.AuditLog;
import dev.parley.platform.problem.ProblemException;
import dev.parley.platform.tenant.AcrossTenants;
import dev.parley.platform.tenant.TenantScope;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes the key that tokens are signed with, by an administrator. */
@Component
@AcrossTenants("whether somebody is an administrator is asked of the account itself")
class KeyRotation {
    private final AdminAccounts accounts;
    private final KeyRing keys;
    private final AuditLog audit;
    private final IdentitySettings settings;

    KeyRotation(AdminAccounts accounts, KeyRing keys, AuditLog audit, IdentitySettings settings) {
        this.accounts = accounts;
        this.keys = keys;
        this.audit = audit;
        this.settings = settings;
    }

    /** @throws ProblemException 409 where tokens are signed with a shared secret */
    @Transactional
    SigningKey rotate(Administrator admin) {
        try (TenantScope _ = TenantScope.everyone()) {
            Administration.requireAdmin(admin, accounts.lock(List.of(admin.id())));
            if (!keys.isUsed()) {
                throw new ProblemException(
                        ProblemCode.NO_SIGNING_KEYS, "Tokens are signed with SECRET_KEY: change that in all services.");
            }
            SigningKey next = keys.rotate(settings.keyNotice());
            audit.add(admin.did("keys_rotated").onKey(next.id()));
            return next;
        }
    }
}
