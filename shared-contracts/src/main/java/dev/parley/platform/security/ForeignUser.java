package dev.parley.platform.security;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has signed in at another issuer, as its token says.
 *
 * @param issuedAt when the token was made: the newest one counts
 * @param email none unless the issuer has confirmed it
 * @param name by which the person is called
 */
public record ForeignUser(
        String issuer,
        String subject,
        Instant issuedAt,
        @Nullable String email,
        @Nullable String name) {
    /** Any would do; that it is ours keeps these ids apart from those that others derive from the same names. */
    private static final UUID NAMESPACE = UUID.fromString("5d0f1c0e-6f2b-5c55-9a3e-0d7d1b1c6a10");

    /**
     * The user's id here: a UUID of version 5, which follows from issuer and subject. So the gateway and every service know who
     * it is without asking anybody, before and after the account is made, and the same person is the same everywhere. None can
     * be made to be another's: our own ids are of version 7, and to find a subject whose id is a given one takes 2¹²² tries.
     */
    static UUID id(String issuer, String subject) {
        // An issuer has no U+0000, so that no two pairs are written alike.
        return UuidCreator.getNameBasedSha1(NAMESPACE, (issuer + '\0' + subject).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "ForeignUser of " + issuer;
    }
}
