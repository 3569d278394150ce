package dev.parley.contracts.golden;

import dev.parley.contracts.id.UserId;
import dev.parley.contracts.identity.AccountLocked;
import dev.parley.contracts.identity.AccountUnlocked;
import dev.parley.contracts.identity.SignInEnded;
import dev.parley.contracts.identity.UserErased;
import java.util.List;
import java.util.UUID;

/** What stands on {@code identity.events}. */
final class IdentitySamples {
    private static final UserId PERSON = UserId.parse("019aa0de-0000-7000-8000-000000000007");

    private static final UUID SIGN_IN = UUID.fromString("019aa0de-0000-7000-8000-000000000008");

    private IdentitySamples() {}

    static List<Sample> all() {
        return List.of(
                Sample.of(new UserErased(PERSON, Parts.ASKED)),
                Sample.of(new AccountLocked(PERSON, Parts.ASKED)),
                Sample.of(new AccountUnlocked(PERSON, Parts.ANSWERED)),
                Sample.of(new SignInEnded(PERSON, SIGN_IN, Parts.ASKED, Parts.ANSWERED)));
    }
}
