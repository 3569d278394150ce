package dev.parley.conversation.identity;

import dev.parley.contracts.problem.ProblemCode;
import dev.parley.conversation.audit.AuditEntry;
import dev.parley.conversation.audit.AuditLog;
import dev.parley.conversation.identity.ForeignAccounts.Known;
import dev.parley.conversation.privacy.ErasureRequests;
import dev.parley.platform.problem.ProblemException;
import dev.parley.platform.security.AccessToken;
import dev.parley.platform.security.ForeignUser;
import dev.parley.platform.security.Role;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the account of somebody who comes with another issuer's token, the first time; of many at once one makes it. */
@Component
class FirstSight {
    private static final int LONGEST_NAME = 100;
    private static final String NAMELESS = "Somebody";

    private final Accounts accounts;
    private final ForeignAccounts foreign;
    private final ErasureRequests erasures;
    private final AuditLog audit;

    FirstSight(Accounts accounts, ForeignAccounts foreign, ErasureRequests erasures, AuditLog audit) {
        this.accounts = accounts;
        this.foreign = foreign;
        this.erasures = erasures;
        this.audit = audit;
    }

    /** @throws ProblemException 403 when the account is locked, 401 when its person was erased */
    @Transactional
    void admit(AccessToken token, ForeignUser user) {
        Known known = foreign.find(token.user()).orElseGet(() -> make(token, user));
        if (known.locked()) {
            throw new ProblemException(ProblemCode.ACCOUNT_LOCKED, "This account is locked.");
        }
        if (user.issuedAt().isAfter(known.rolesToldAt())) {
            foreign.tellRoles(token, user).ifPresent(before -> auditRoles(token, before));
        }
    }

    /** Whoever gives somebody roles elsewhere is told by the issuer only. */
    private void auditRoles(AccessToken token, Set<Role> before) {
        if (!before.equals(token.roles())) {
            audit.add(AuditEntry.by(token.user(), "roles_told")
                    .onUser(token.user())
                    .changed(before, token.roles()));
        }
    }

    /** Whether there was an account, and its person wanted it to go. */
    boolean wasErased(UUID user) {
        return erasures.receiptOf(user).isPresent();
    }

    private Known make(AccessToken token, ForeignUser user) {
        if (wasErased(token.user())) {
            throw new ProblemException(ProblemCode.INVALID_TOKEN, "Its person wanted to be erased, for good.");
        }
        // An address that somebody has here stays theirs: to know it elsewhere opens no account.
        Email email =
                email(user).filter(address -> accounts.find(address).isEmpty()).orElse(null);
        String name = displayName(user, email);
        for (String accountName : AccountName.candidates(name).toList()) {
            if (foreign.add(token, user, email, name, accountName)) {
                audit.add(AuditEntry.by(token.user(), "first_sight").onUser(token.user()));
                auditRoles(token, Set.of(Role.USER));
                break;
            }
            if (foreign.find(token.user()).isPresent()) {
                break;
            }
        }
        return foreign.find(token.user()).orElseThrow(FirstSight::again);
    }

    /** Somebody has taken the address or all names within the last moment. */
    private static ProblemException again() {
        return new ProblemException(ProblemCode.DEPENDENCY_UNAVAILABLE, "The account is not made yet: ask again.");
    }

    private static Optional<Email> email(ForeignUser user) {
        try {
            return Optional.ofNullable(user.email()).map(Email::of);
        } catch (ProblemException notAnAddress) {
            return Optional.empty();
        }
    }

    private static String displayName(ForeignUser user, @Nullable Email email) {
        return Stream.of(
                        Optional.ofNullable(user.name()),
                        Optional.ofNullable(email).map(Email::localPart))
                .flatMap(Optional::stream)
                .map(FirstSight::shown)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(NAMELESS);
    }

    private static String shown(String name) {
        String text = name.replaceAll("\\p{Cntrl}", " ").strip();
        return text.length() <= LONGEST_NAME
                ? text
                : text.substring(0, LONGEST_NAME).strip();
    }
}
