package dev.parley.gateway;

/** What a route's POSTs count as, besides being requests. */
public enum RouteLimit {
    /** A turn is started. */
    TURN,
    /** Another agent uses tools. */
    TOOL,
    /** Credentials are tried. */
    AUTH
}
