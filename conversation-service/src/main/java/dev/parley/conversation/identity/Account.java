package dev.parley.conversation.identity;

import dev.parley.contracts.id.Principal;
import dev.parley.platform.security.Role;
import dev.parley.platform.tenant.TenantScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with an account.
 *
 * @param issuer where this person signs in; none: here
 */
record Account(
        UUID id,
        @Nullable String email,
        @Nullable String passwordHash,
        String displayName,
        String accountName,
        Set<Role> roles,
        boolean locked,
        boolean emailVerified,
        @Nullable String issuer) {
    /** Somebody who signs in here, and is new. */
    static Account local(
            UUID id, Email email, String passwordHash, String displayName, String accountName, Set<Role> roles) {
        return new Account(id, email.text(), passwordHash, displayName, accountName, roles, false, false, null);
    }

    static Account read(ResultSet row) throws SQLException {
        return new Account(
                row.getObject("id", UUID.class),
                row.getString("email"),
                row.getString("password_hash"),
                row.getString("display_name"),
                row.getString("account_name"),
                roles((String[]) row.getArray("roles").getArray()),
                row.getTimestamp("locked_at") != null,
                row.getTimestamp("email_verified_at") != null,
                row.getString("issuer"));
    }

    Account with(String newPasswordHash) {
        return new Account(id, email, newPasswordHash, displayName, accountName, roles, locked, emailVerified, issuer);
    }

    /** To be opened by who knows that it is theirs. */
    TenantScope scope() {
        return scopeOf(id);
    }

    static TenantScope scopeOf(UUID id) {
        return TenantScope.of(new Principal(Principal.Kind.USER, id.toString()));
    }

    @Override
    public String toString() {
        return "Account " + id;
    }

    private static Set<Role> roles(String[] names) {
        return Arrays.stream(names)
                .map(name -> Role.valueOf(name.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
