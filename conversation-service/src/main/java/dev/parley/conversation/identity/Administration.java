package dev.parley.conversation.identity;

import dev.parley.contracts.problem.ProblemCode;
import dev.parley.conversation.audit.AuditFilter;
import dev.parley.conversation.audit.AuditLog;
import dev.parley.conversation.audit.AuditView;
import dev.parley.conversation.audit.AuditViews;
import dev.parley.platform.problem.ProblemException;
import dev.parley.platform.security.Role;
import dev.parley.platform.tenant.AcrossTenants;
import dev.parley.platform.tenant.TenantScope;
import dev.parley.platform.web.Cursor;
import dev.parley.platform.web.Limit;
import dev.parley.platform.web.Page;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What administrators see and change of accounts; all of it is remembered. */
@Component
@AcrossTenants("administrators see all accounts and the whole audit log")
class Administration {
    private final AdminAccounts accounts;
    private final AccountLocks locks;
    private final AuditLog audit;
    private final AuditViews entries;

    Administration(AdminAccounts accounts, AccountLocks locks, AuditLog audit, AuditViews entries) {
        this.accounts = accounts;
        this.locks = locks;
        this.audit = audit;
        this.entries = entries;
    }

    @Transactional
    Page<AdminUserView> find(Administrator admin, @Nullable String text, @Nullable Cursor cursor, Limit limit) {
        try (TenantScope _ = TenantScope.everyone()) {
            requireAdmin(admin, accounts.lock(List.of(admin.id())));
            audit.add(admin.did("users_read"));
            return accounts.find(text, cursor, limit);
        }
    }

    /** @throws ProblemException 404 for an unknown account, 422 when administrators would shut themselves out */
    @Transactional
    AdminUserView change(Administrator admin, UUID id, AdminUserPatch patch) {
        try (TenantScope _ = TenantScope.everyone()) {
            List<AdminUserView> locked = accounts.lock(List.of(admin.id(), id));
            requireAdmin(admin, locked);
            if (id.equals(admin.id())) {
                requireToStay(patch);
            }
            AdminUserView before = find(locked, id).orElseThrow(() -> ProblemException.notFound("user"));
            audit.add(admin.did("user_read").onUser(id));
            setRoles(admin, before, patch.roles());
            setLocked(admin, before, patch.locked());
            return find(accounts.lock(List.of(id)), id).orElseThrow();
        }
    }

    @Transactional
    Page<AuditView> audit(Administrator admin, AuditFilter wanted, @Nullable Cursor cursor, Limit limit) {
        try (TenantScope _ = TenantScope.everyone()) {
            requireAdmin(admin, accounts.lock(List.of(admin.id())));
            audit.add(admin.did("audit_read"));
            return entries.find(wanted, cursor, limit);
        }
    }

    private void setRoles(Administrator admin, AdminUserView before, @Nullable Set<Role> roles) {
        if (roles != null && !roles.equals(before.roles())) {
            requireOwn(before);
            accounts.setRoles(before.id(), roles);
            audit.add(admin.did("roles_changed").onUser(before.id()).changed(before.roles(), roles));
        }
    }

    private void setLocked(Administrator admin, AdminUserView before, @Nullable Boolean locked) {
        if (locked != null && locked != before.locked()) {
            locks.set(before.id(), locked);
            audit.add(admin.did(locked ? "user_locked" : "user_unlocked").onUser(before.id()));
        }
    }

    /** The next token would say otherwise. */
    private static void requireOwn(AdminUserView account) {
        if (account.issuer() != null) {
            throw ProblemException.invalidField("roles", "come with the tokens of " + account.issuer());
        }
    }

    /** What a token says may be half an hour old; who may change others must still be one. */
    static void requireAdmin(Administrator admin, List<AdminUserView> locked) {
        boolean still = find(locked, admin.id())
                .filter(account -> !account.locked() && account.roles().contains(Role.ADMIN))
                .isPresent();
        if (!still) {
            throw new ProblemException(ProblemCode.FORBIDDEN, "Only administrators may do this.");
        }
    }

    private static Optional<AdminUserView> find(List<AdminUserView> accounts, UUID id) {
        return accounts.stream().filter(account -> account.id().equals(id)).findFirst();
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
