package dev.parley.conversation.identity;

import dev.parley.contracts.problem.ProblemCode;
import dev.parley.conversation.audit.AuditEntry;
import dev.parley.conversation.audit.AuditLog;
import dev.parley.platform.problem.ProblemException;
import dev.parley.platform.tenant.TenantScope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out whether somebody who signs in is who it seems to be. An unknown e-mail costs as much as a wrong password. */
@Component
class LogIn {
    private static final int FAILURES_OF_ACCOUNT = 5;
    private static final int FAILURES_OF_ADDRESS = 100;

    private final Accounts accounts;
    private final PasswordHashes hashes;
    private final Attempts attempts;
    private final AuditLog audit;

    LogIn(Accounts accounts, PasswordHashes hashes, Attempts attempts, AuditLog audit) {
        this.accounts = accounts;
        this.hashes = hashes;
        this.attempts = attempts;
        this.audit = audit;
    }

    /** @throws ProblemException 401 when e-mail and password do not belong together, 429 when it was tried too often */
    Account logIn(Email email, String password, Client client) {
        String onWhom = onWhom(email);
        String byWhom = "log-in-from:" + client.network();
        count(email, onWhom, byWhom, client);
        Account account = accounts.find(email).orElse(null);
        boolean right = isRight(account, password, onWhom, byWhom);
        if (!right || account == null || account.locked()) {
            remember(account, right ? "locked" : account == null ? "unknown_account" : "wrong_password", client);
            throw refused();
        }
        attempts.forget(onWhom);
        attempts.takeBack(byWhom, FAILURES_OF_ADDRESS);
        return upToDate(account, password);
    }

    static ProblemException refused() {
        return new ProblemException(
                ProblemCode.INVALID_CREDENTIALS, "E-mail and password do not belong to an account that may sign in.");
    }

    /** What wrong passwords for an account are counted under. */
    static String onWhom(Email email) {
        return "log-in:" + email.key();
    }

    private void count(Email email, String onWhom, String byWhom, Client client) {
        try {
            attempts.count(byWhom, FAILURES_OF_ADDRESS);
            attempts.count(onWhom, FAILURES_OF_ACCOUNT);
        } catch (ProblemException tooOften) {
            remember(accounts.find(email).orElse(null), "slowed_down", client);
            throw tooOften;
        }
    }

    /** Whoever is asked to come again has not guessed. */
    private boolean isRight(@Nullable Account account, String password, String onWhom, String byWhom) {
        try {
            return hashes.matches(password, account == null ? null : account.passwordHash());
        } catch (ProblemException busy) {
            attempts.takeBack(onWhom, FAILURES_OF_ACCOUNT);
            attempts.takeBack(byWhom, FAILURES_OF_ADDRESS);
            throw busy;
        }
    }

    /** With a hash as they are made now. */
    private Account upToDate(Account account, String password) {
        String hash = account.passwordHash();
        if (hash == null || !hashes.isOutdated(hash)) {
            return account;
        }
        String anew = hashes.hash(password);
        try (TenantScope _ = account.scope()) {
            return accounts.rehash(account, anew) ? account.with(anew) : account;
        }
    }

    private void remember(@Nullable Account account, String why, Client client) {
        AuditEntry entry = AuditEntry.refused("sign_in").because(why).from(client.address());
        audit.add(account == null ? entry : entry.onUser(account.id()));
    }
}
