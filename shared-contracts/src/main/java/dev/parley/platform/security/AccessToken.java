package dev.parley.platform.security;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a verified access token says.
 *
 * @param session the sign-in that it comes from; of another issuer's the user, who has no sign-in here
 * @param foreign what another issuer says; none in a token of ours
 */
public record AccessToken(
        UUID user,
        UUID session,
        Set<Role> roles,
        Instant expiresAt,
        @Nullable ForeignUser foreign) {
    /** The {@code typ} of its header (RFC 9068): no other kind of token is taken for one. */
    public static final String TYPE = "at+jwt";

    /** The claim with the sign-in's id. */
    public static final String SESSION = "sid";

    /** The claim with the roles' names, in lower case. */
    public static final String ROLES = "roles";

    /** One of our own. */
    public AccessToken(UUID user, UUID session, Set<Role> roles, Instant expiresAt) {
        this(user, session, roles, expiresAt, null);
    }

    /** @throws IllegalArgumentException and {@link ParseException} when a claim has another form than ours */
    static AccessToken of(JWTClaimsSet claims) throws ParseException {
        return new AccessToken(
                UUID.fromString(claims.getSubject()),
                UUID.fromString(claims.getStringClaim(SESSION)),
                roles(claims.getStringListClaim(ROLES)),
                claims.getExpirationTime().toInstant());
    }

    private static Set<Role> roles(List<String> names) {
        return names.stream()
                .map(name -> Role.valueOf(name.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
