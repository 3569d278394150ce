package dev.parley.gateway;

/** What a route's POSTs count as, besides being requests. */
public enum RouteLimit {
    /** A turn is started. */
    TURN,
    /** Credentials are tried. */
    AUTH
}
