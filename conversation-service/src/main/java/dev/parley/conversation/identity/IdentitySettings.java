package dev.parley.conversation.identity;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How people sign in.
 *
 * @param accessTokenLifetime how long an access token is good for
 * @param signInLifetime how long a sign-in can be renewed
 * @param repeatWithin how long a client whose answer was lost may use a refresh token once more
 * @param keyNotice how long a new signing key is published before it signs
 * @param adminEmail of the first administrator, with {@code adminPassword}
 */
@ConfigurationProperties("parley.conversation.identity")
record IdentitySettings(
        Duration accessTokenLifetime,
        Duration signInLifetime,
        Duration repeatWithin,
        Duration keyNotice,
        @Nullable String adminEmail,
        @Nullable String adminPassword) {
    @Override
    public String toString() {
        return "IdentitySettings";
    }
}
