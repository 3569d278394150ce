package dev.parley.gateway;

/** Who may take a route. The services check it again. */
public enum RouteAccess {
    /** Everybody; what credentials come along is not looked at. */
    OPEN,
    /** Everybody, but an access token that comes along must be valid. Whether a session is needed, the service knows. */
    VISITOR,
    /** Only who is signed in. */
    USER,
    /** Only administrators. */
    ADMIN
}
