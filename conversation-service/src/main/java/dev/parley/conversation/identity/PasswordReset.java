package dev.parley.conversation.identity;

import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.problem.ProblemException;
import dev.parley.platform.tenant.TenantScope;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Gives an account a new password, by a token from a mail. */
@Component
class PasswordReset {
    private final EmailTokens tokens;
    private final Accounts accounts;
    private final PasswordPolicy policy;
    private final PasswordHashes hashes;
    private final NewPassword newPassword;

    PasswordReset(
            EmailTokens tokens,
            Accounts accounts,
            PasswordPolicy policy,
            PasswordHashes hashes,
            NewPassword newPassword) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.policy = policy;
        this.hashes = hashes;
        this.newPassword = newPassword;
    }

    /** @throws ProblemException 400 for a token that is good for nothing, 422 for a password that is guessed too easily */
    void reset(String token, String password, Client client) {
        Account account =
                tokens.owner(token, EmailPurpose.RESET).flatMap(this::find).orElseThrow(PasswordReset::invalidToken);
        policy.check(password, List.of(Objects.requireNonNullElse(account.email(), ""), account.displayName()));
        // Before the transaction: it takes long, and may have to wait.
        String hash = hashes.hash(password);
        if (!newPassword.set(account, token, hash, client)) {
            throw invalidToken();
        }
    }

    private Optional<Account> find(UUID owner) {
        try (TenantScope _ = Account.scopeOf(owner)) {
            return accounts.find(owner);
        }
    }

    static ProblemException invalidToken() {
        return new ProblemException(
                ProblemCode.INVALID_EMAIL_TOKEN, "It was used, has expired, or a newer one has followed: ask again.");
    }
}
