package dev.parley.platform.revocation;

import dev.parley.contracts.event.Event;
import dev.parley.contracts.identity.AccountLocked;
import dev.parley.contracts.identity.AccountUnlocked;
import dev.parley.contracts.identity.IdentityEvent;
import dev.parley.contracts.identity.SignInEnded;
import dev.parley.contracts.identity.SignInEvent;
import dev.parley.contracts.identity.UserErased;
import dev.parley.platform.security.Revocations;
import java.util.function.Consumer;

/** Keeps in mind what ends tokens. */
final class RevocationReader implements Consumer<Event> {
    private final Revocations revocations;

    RevocationReader(Revocations revocations) {
        this.revocations = revocations;
    }

    @Override
    public void accept(Event event) {
        switch (event) {
            case IdentityEvent person -> accept(person);
            case SignInEvent signIn -> accept(signIn);
            default -> throw new IllegalArgumentException("not of these topics: " + event.getClass());
        }
    }

    private void accept(IdentityEvent person) {
        switch (person) {
            case AccountLocked locked -> revocations.lock(locked.userId().value(), locked.lockedAt());
            case AccountUnlocked unlocked ->
                revocations.unlock(unlocked.userId().value(), unlocked.unlockedAt());
            case UserErased erased -> revocations.erase(erased.userId().value());
        }
    }

    private void accept(SignInEvent signIn) {
        switch (signIn) {
            case SignInEnded ended -> revocations.end(ended.signInId(), ended.tokensUntil());
        }
    }
}
