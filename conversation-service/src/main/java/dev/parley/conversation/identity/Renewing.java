package dev.parley.conversation.identity;

import dev.parley.platform.tenant.TenantScope;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gives the next tokens, which say what the account is now. */
@Component
class Renewing {
    private final Renewal renewal;
    private final Accounts accounts;
    private final Tokens tokens;

    Renewing(Renewal renewal, Accounts accounts, Tokens tokens) {
        this.renewal = renewal;
        this.accounts = accounts;
        this.tokens = tokens;
    }

    Optional<TokenAnswer> renew(String refreshToken, Client client) {
        return renewal.renew(refreshToken, client).flatMap(this::answer);
    }

    private Optional<TokenAnswer> answer(Renewal.Renewed renewed) {
        try (TenantScope _ = Account.scopeOf(renewed.account())) {
            return accounts.find(renewed.account())
                    .map(account -> tokens.answer(account, renewed.signIn(), renewed.refreshToken()));
        }
    }
}
