package dev.parley.simulator.maps.api;

/** Why a service refuses. */
public enum Refusal {
    /** The key may not use this service. */
    DENIED,
    /** What was paid for is used up. */
    OVER_QUOTA,
    /** Too many requests in a short time. */
    TOO_FAST,
    /** A fault of the service. */
    SERVER_ERROR,
    /** The service is overloaded or in maintenance. */
    UNAVAILABLE
}
