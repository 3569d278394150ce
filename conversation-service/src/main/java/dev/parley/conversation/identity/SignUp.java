package dev.parley.conversation.identity;

import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.problem.ProblemException;
import dev.parley.platform.security.Role;
import dev.parley.platform.time.IdSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Makes accounts. */
@Component
class SignUp {
    private final Accounts accounts;
    private final PasswordPolicy policy;
    private final PasswordHashes hashes;
    private final IdSource ids;
    private final Admission admission;

    SignUp(Accounts accounts, PasswordPolicy policy, PasswordHashes hashes, IdSource ids, Admission admission) {
        this.accounts = accounts;
        this.policy = policy;
        this.hashes = hashes;
        this.ids = ids;
        this.admission = admission;
    }

    /** @throws ProblemException 409 when the e-mail has an account, 422 for a password that is guessed too easily */
    Account signUp(Email email, String password, String displayName, Set<Role> roles) {
        policy.check(password, known(email, displayName));
        if (accounts.find(email).isPresent()) {
            throw taken();
        }
        String hash = hashes.hash(password);
        return AccountName.candidates(email)
                .map(name -> add(Account.local(ids.next(), email, hash, displayName, name, roles), email))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(SignUp::taken);
    }

    /** What everybody knows of somebody. */
    static List<String> known(Email email, String displayName) {
        return List.of(email.text(), email.localPart(), displayName);
    }

    /** @return none when another one was quicker */
    private Optional<Account> add(Account account, Email email) {
        if (admission.admit(account, email)) {
            return Optional.of(account);
        }
        if (accounts.find(email).isPresent()) {
            throw taken();
        }
        return Optional.empty();
    }

    private static ProblemException taken() {
        return new ProblemException(ProblemCode.EMAIL_TAKEN, "There is an account for this e-mail address.");
    }
}
