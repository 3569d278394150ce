package dev.parley.platform.security;

import dev.parley.contracts.id.Principal;

/** Who makes a request. A controller takes it as a parameter without an annotation; without credentials that is a 401. */
public sealed interface Caller {
    /** Whom conversations belong to. */
    Principal principal();

    /** A visitor without an account, known by the session id alone. */
    record Session(Principal principal) implements Caller {}
}
