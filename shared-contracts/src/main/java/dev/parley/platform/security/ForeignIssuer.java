package dev.parley.platform.security;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else whose tokens are good here.
 *
 * @param name what its tokens say as {@code iss}
 * @param jwks where its keys are; none: where its discovery document says
 * @param audience whom its tokens must be for
 * @param rolesClaim where a token names roles: a claim, or a path with dots into one
 * @param roles which of them are which of ours; whoever has none is a user
 * @param emailsConfirmed whether nobody gets a token there before the e-mail address is confirmed
 * @param secret with which it signs too (HS256); none for issuers that publish all their keys
 */
record ForeignIssuer(
        String name,
        @Nullable URI jwks,
        String audience,
        @Nullable String rolesClaim,
        Map<String, Role> roles,
        boolean emailsConfirmed,
        byte @Nullable [] secret) {
    @Override
    public String toString() {
        return "ForeignIssuer " + name;
    }
}
