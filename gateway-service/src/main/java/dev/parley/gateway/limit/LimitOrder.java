package dev.parley.gateway.limit;

import dev.parley.gateway.security.KnownCaller;

/** The order of the limits, in front of all that is done for a request: the cheapest to pass first. */
final class LimitOrder {

    static final int RATES = KnownCaller.ORDER + 1;
    static final int STREAMS = RATES + 1;
    static final int BODIES = STREAMS + 1;

    private LimitOrder() {}
}
