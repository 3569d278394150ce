package dev.parley.conversation.identity;

import dev.parley.contracts.problem.ProblemCode;
import dev.parley.conversation.audit.AuditEntry;
import dev.parley.conversation.audit.AuditLog;
import dev.parley.conversation.privacy.ErasureReceipt;
import dev.parley.conversation.privacy.ErasureRequests;
import dev.parley.platform.problem.ProblemException;
import dev.parley.platform.security.Caller;
import dev.parley.platform.security.Role;
import dev.parley.platform.tenant.AcrossTenants;
import dev.parley.platform.tenant.TenantScope;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends accounts for good, in one transaction: nobody can sign in any more, the e-mail is free, all else is put as work. */
@Component
@AcrossTenants("who leaves must not be the last administrator")
class Leaving {
    private final Accounts accounts;
    private final AdminAccounts locks;
    private final Attempts attempts;
    private final AuditLog audit;
    private final ForgottenPasswords forgotten;
    private final ErasureRequests erasures;

    Leaving(
            Accounts accounts,
            AdminAccounts locks,
            Attempts attempts,
            AuditLog audit,
            ForgottenPasswords forgotten,
            ErasureRequests erasures) {
        this.accounts = accounts;
        this.locks = locks;
        this.attempts = attempts;
        this.audit = audit;
        this.forgotten = forgotten;
        this.erasures = erasures;
    }

    /**
     * Once; who asks again gets the same receipt.
     *
     * @throws ProblemException 404 without an account, 409 for the last administrator
     */
    @Transactional
    ErasureReceipt leave(Caller.User user, Client client) {
        // Before the account is locked: whoever makes a mail has locked its work, and then wants the account.
        accounts.find(user.id()).map(Account::email).map(Email::of).ifPresent(this::forget);
        List<AdminUserView> locked = lock(user.id());
        Optional<AdminUserView> account = find(locked, user.id());
        return account.isPresent()
                ? leave(account.get(), locked, client)
                : erasures.receiptOf(user.id()).orElseThrow(() -> ProblemException.notFound("user"));
    }

    private List<AdminUserView> lock(UUID user) {
        try (TenantScope _ = TenantScope.everyone()) {
            return locks.lockWithAdministrators(user);
        }
    }

    private ErasureReceipt leave(AdminUserView account, List<AdminUserView> locked, Client client) {
        if (isAdministrator(account)
                && locked.stream().filter(Leaving::isAdministrator).count() == 1) {
            throw new ProblemException(
                    ProblemCode.LAST_ADMINISTRATOR, "Make somebody else an administrator before you leave.");
        }
        accounts.remove(account.id());
        audit.add(AuditEntry.by(account.id(), "account_erased")
                .onUser(account.id())
                .from(client.address()));
        return erasures.request(account.id());
    }

    private void forget(Email email) {
        attempts.forget(LogIn.onWhom(email));
        forgotten.forget(email);
    }

    private static boolean isAdministrator(AdminUserView account) {
        return account.roles().contains(Role.ADMIN) && !account.locked();
    }

    private static Optional<AdminUserView> find(List<AdminUserView> accounts, UUID id) {
        return accounts.stream().filter(account -> account.id().equals(id)).findFirst();
    }
}
