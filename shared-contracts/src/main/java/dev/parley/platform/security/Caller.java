package dev.parley.platform.security;

import dev.parley.contracts.id.Principal;
import java.util.Set;
import java.util.UUID;

/**
 * Who makes a request. A controller takes it as a parameter without an annotation; without credentials that is a 401. One that
 * takes a {@link User} is for people who are signed in.
 */
public sealed interface Caller {
    /** Whom conversations belong to. */
    Principal principal();

    /** A visitor without an account, known by the session id alone. */
    record Session(Principal principal) implements Caller {}

    /** Somebody who is signed in. */
    record User(Principal principal, AccessToken token) implements Caller {
        static User of(AccessToken token) {
            return new User(new Principal(Principal.Kind.USER, token.user().toString()), token);
        }

        public UUID id() {
            return token.user();
        }

        public Set<Role> roles() {
            return token.roles();
        }
    }
}
