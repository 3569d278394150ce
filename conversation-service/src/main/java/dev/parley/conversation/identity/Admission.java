package dev.parley.conversation.identity;

import dev.parley.conversation.mail.Mailer;
import dev.parley.platform.tenant.TenantScope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds an account, and with it the mail that asks whether the address is right: both or neither. */
@Component
class Admission {
    private final Accounts accounts;
    private final EmailVerification verification;
    private final Mailer mailer;

    Admission(Accounts accounts, EmailVerification verification, Mailer mailer) {
        this.accounts = accounts;
        this.verification = verification;
        this.mailer = mailer;
    }

    /** @return false when the e-mail or the account name is somebody's already; nothing is changed then */
    @Transactional
    boolean admit(Account account, Email email) {
        try (TenantScope _ = account.scope()) {
            boolean added = accounts.add(account, email);
            if (added && mailer.isConfigured()) {
                verification.ask(account.id());
            }
            return added;
        }
    }
}
