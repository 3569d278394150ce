package dev.parley.conversation.identity;

import dev.parley.conversation.audit.AuditEntry;
import dev.parley.conversation.audit.AuditLog;
import dev.parley.platform.problem.ProblemException;
import dev.parley.platform.security.Caller;
import dev.parley.platform.security.Role;
import dev.parley.platform.web.Cursor;
import dev.parley.platform.web.Limit;
import dev.parley.platform.web.Page;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What administrators see and change of accounts; all of it is remembered. */
@Component
class Administration {
    private final AdminAccounts accounts;
    private final KeyRing keys;
    private final AuditLog audit;
    private final IdentitySettings settings;

    Administration(AdminAccounts accounts, KeyRing keys, AuditLog audit, IdentitySettings settings) {
        this.accounts = accounts;
        this.keys = keys;
        this.audit = audit;
        this.settings = settings;
    }

    @Transactional
    Page<AdminUserView> find(Caller.User admin, @Nullable String text, @Nullable Cursor cursor, Limit limit) {
        audit.add(AuditEntry.by(admin.id(), "users_read"));
        return accounts.find(text, cursor, limit);
    }

    /** @throws ProblemException 404 for an unknown account, 422 when administrators would shut themselves out */
    @Transactional
    AdminUserView change(Caller.User admin, UUID id, AdminUserPatch patch) {
        if (id.equals(admin.id())) {
            requireToStay(patch);
        }
        AdminUserView before = accounts.lock(id).orElseThrow(() -> ProblemException.notFound("user"));
        Set<Role> roles = patch.roles();
        if (roles != null) {
            accounts.setRoles(id, roles);
            audit.add(AuditEntry.by(admin.id(), "roles_changed").onUser(id));
        }
        Boolean locked = patch.locked();
        if (locked != null && locked != before.locked()) {
            accounts.setLocked(id, locked);
            audit.add(AuditEntry.by(admin.id(), locked ? "user_locked" : "user_unlocked")
                    .onUser(id));
        }
        return accounts.lock(id).orElseThrow();
    }

    @Transactional
    SigningKey rotateKeys(Caller.User admin) {
        SigningKey next = keys.rotate(settings.keyNotice());
        audit.add(AuditEntry.by(admin.id(), "keys_rotated").onKey(next.id()));
        return next;
    }

    private static void requireToStay(AdminUserPatch patch) {
        Set<Role> roles = patch.roles();
        if (roles != null && !roles.contains(Role.ADMIN)) {
            throw ProblemException.invalidField("roles", "must keep admin: nobody gives up the own administration");
        }
        if (Boolean.TRUE.equals(patch.locked())) {
            throw ProblemException.invalidField("locked", "must not be one's own account");
        }
    }
}
