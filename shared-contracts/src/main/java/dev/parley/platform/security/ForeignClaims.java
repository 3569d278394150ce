package dev.parley.platform.security;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what a verified token of another issuer says, in its own words, and nothing that its user could have written. */
final class ForeignClaims {
    private static final int LONGEST_SUBJECT = 255;
    private static final Pattern DOT = Pattern.compile("\\.");

    private final ForeignIssuer issuer;

    ForeignClaims(ForeignIssuer issuer) {
        this.issuer = issuer;
    }

    /** @throws IllegalArgumentException when it does not say whose it is */
    AccessToken read(JWTClaimsSet claims) {
        String subject = claims.getSubject();
        if (subject.isBlank() || subject.length() > LONGEST_SUBJECT || subject.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("that is no subject");
        }
        UUID id = ForeignUser.id(issuer.name(), subject);
        ForeignUser user =
                new ForeignUser(issuer.name(), subject, claims.getIssueTime().toInstant(), email(claims), name(claims));
        return new AccessToken(id, id, roles(claims), claims.getExpirationTime().toInstant(), user);
    }

    /** Only what the mapping names: no claim is a role of ours by having the same name. */
    private Set<Role> roles(JWTClaimsSet claims) {
        Set<Role> roles = EnumSet.of(Role.USER);
        named(claims).map(issuer.roles()::get).filter(Objects::nonNull).forEach(roles::add);
        return Set.copyOf(roles);
    }

    private Stream<?> named(JWTClaimsSet claims) {
        Object found = issuer.rolesClaim() == null ? null : at(issuer.rolesClaim(), claims);
        return found instanceof Collection<?> several ? several.stream() : Stream.ofNullable(found);
    }

    /** Some issuers have dots in the names of their claims. */
    private static @Nullable Object at(String path, JWTClaimsSet claims) {
        Object whole = claims.getClaim(path);
        if (whole != null) {
            return whole;
        }
        Object found = claims.getClaims();
        for (String step : DOT.split(path, -1)) {
            found = found instanceof Map<?, ?> object ? object.get(step) : null;
        }
        return found;
    }

    /**
     * Without {@code user_metadata.email_verified}, which Supabase has in its tokens: users write that themselves.
     */
    private @Nullable String email(JWTClaimsSet claims) {
        boolean confirmed =
                issuer.emailsConfirmed() || "true".equals(String.valueOf(claims.getClaim("email_verified")));
        return confirmed ? text(claims, "email") : null;
    }

    private static @Nullable String name(JWTClaimsSet claims) {
        return Stream.of("name", "preferred_username")
                .map(claim -> text(claims, claim))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String text(JWTClaimsSet claims, String claim) {
        return claims.getClaim(claim) instanceof String text && !text.isBlank() ? text.strip() : null;
    }
}
