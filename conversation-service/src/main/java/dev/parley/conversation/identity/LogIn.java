package dev.parley.conversation.identity;

import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.problem.ProblemException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds out whether somebody who signs in is who it seems to be. An unknown e-mail costs as much as a wrong password. */
@Component
class LogIn {
    private static final int FAILURES_OF_ACCOUNT = 5;
    private static final int FAILURES_OF_ADDRESS = 100;

    private final Accounts accounts;
    private final PasswordHashes hashes;
    private final Attempts attempts;

    LogIn(Accounts accounts, PasswordHashes hashes, Attempts attempts) {
        this.accounts = accounts;
        this.hashes = hashes;
        this.attempts = attempts;
    }

    /** @throws ProblemException 401 when e-mail and password do not belong together, 429 when it was tried too often */
    Account logIn(Email email, String password, Client client) {
        String onWhom = "log-in:" + email.key();
        String byWhom = "log-in-from:" + client.address();
        attempts.count(byWhom, FAILURES_OF_ADDRESS);
        attempts.count(onWhom, FAILURES_OF_ACCOUNT);
        Account account = matching(email, password).orElseThrow(LogIn::refused);
        attempts.forget(onWhom);
        attempts.takeBack(byWhom);
        return account;
    }

    private Optional<Account> matching(Email email, String password) {
        Optional<Account> account = accounts.find(email);
        String hash = account.map(Account::passwordHash).orElse(null);
        if (!hashes.matches(password, hash)) {
            return Optional.empty();
        }
        account.filter(it -> hash != null && hashes.isOutdated(hash))
                .ifPresent(it -> accounts.setPasswordHash(it.id(), hashes.hash(password)));
        return account.filter(it -> !it.locked());
    }

    private static ProblemException refused() {
        return new ProblemException(
                ProblemCode.INVALID_CREDENTIALS, "E-mail and password do not belong to an account that may sign in.");
    }
}
