package dev.parley.contracts.golden;

import dev.parley.contracts.id.UserId;
import dev.parley.contracts.identity.UserErased;
import java.util.List;

/** What stands on {@code identity.events}. */
final class IdentitySamples {
    private static final UserId PERSON = UserId.parse("019aa0de-0000-7000-8000-000000000007");

    private IdentitySamples() {}

    static List<Sample> all() {
        return List.of(Sample.of(new UserErased(PERSON, Parts.ASKED)));
    }
}
