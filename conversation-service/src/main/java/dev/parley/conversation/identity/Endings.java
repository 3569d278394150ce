package dev.parley.conversation.identity;

import dev.parley.contracts.id.UserId;
import dev.parley.contracts.identity.SignInEnded;
import dev.parley.contracts.topic.Topic;
import dev.parley.conversation.stream.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Ends sign-ins, and tells all services, so that their access tokens end with them. Within the caller's transaction. */
@Component
class Endings {
    /** By which clocks differ, and a verifier is patient. */
    private static final Duration SKEW = Duration.ofMinutes(2);

    private final SignIns signIns;
    private final Outbox outbox;
    private final Duration lifetime;
    private final Clock clock;

    Endings(SignIns signIns, Outbox outbox, IdentitySettings settings, Clock clock) {
        this.signIns = signIns;
        this.outbox = outbox;
        this.lifetime = settings.accessTokenLifetime();
        this.clock = clock;
    }

    /** @return whether it was open until now */
    boolean end(UUID signIn, UUID account, EndReason reason) {
        boolean wasOpen = signIns.end(signIn, account, reason);
        if (wasOpen) {
            tell(signIn, account);
        }
        return wasOpen;
    }

    void endAll(UUID account, EndReason reason) {
        signIns.endAll(account, reason).forEach(signIn -> tell(signIn, account));
    }

    private void tell(UUID signIn, UUID account) {
        Instant now = clock.instant();
        outbox.add(
                Topic.SIGN_INS,
                account.toString(),
                new SignInEnded(
                        new UserId(account), signIn, now, now.plus(lifetime).plus(SKEW)));
    }
}
