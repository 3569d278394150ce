package dev.parley.conversation.identity;

import dev.parley.contracts.id.UserId;
import dev.parley.contracts.identity.AccountLocked;
import dev.parley.contracts.identity.AccountUnlocked;
import dev.parley.contracts.identity.IdentityEvent;
import dev.parley.contracts.topic.Topic;
import dev.parley.conversation.stream.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Locks accounts, and tells all services, so that their access tokens are good no more. Within the caller's transaction. */
@Component
class AccountLocks {
    private final AdminAccounts accounts;
    private final Outbox outbox;
    private final Clock clock;

    AccountLocks(AdminAccounts accounts, Outbox outbox, Clock clock) {
        this.accounts = accounts;
        this.outbox = outbox;
        this.clock = clock;
    }

    void set(UUID account, boolean locked) {
        accounts.setLocked(account, locked);
        // What was not told yet must not be told behind it.
        outbox.withdraw(Topic.IDENTITY_EVENTS, account.toString());
        outbox.add(Topic.IDENTITY_EVENTS, account.toString(), event(new UserId(account), locked));
    }

    private IdentityEvent event(UserId user, boolean locked) {
        Instant now = clock.instant();
        return locked ? new AccountLocked(user, now) : new AccountUnlocked(user, now);
    }
}
