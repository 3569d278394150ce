package dev.parley.platform.cache;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What a cache does, and what it saves: calls, and the money that they would have cost. */
public final class CacheMeters {
    private final String cache;
    private final Counter hits;
    private final Counter stale;
    private final Counter joined;
    private final Counter misses;
    private final Counter failed;
    private final Counter calls;
    private final Counter usd;

    public CacheMeters(MeterRegistry meters, String cache) {
        this.cache = cache;
        this.hits = requests(meters, "hit");
        this.stale = requests(meters, "stale");
        this.joined = requests(meters, "joined");
        this.misses = requests(meters, "miss");
        this.failed = counter("parley.cache.refreshes.failed", "Stale answers for which no new one was to be had")
                .register(meters);
        this.calls = counter("parley.cache.saved.calls", "Calls that were not made, since the answer was there")
                .register(meters);
        this.usd = counter("parley.cache.saved.usd", "What the calls that were not made would have cost, in US dollars")
                .register(meters);
    }

    /** @param priceUsd what it would have cost to ask */
    public void hit(double priceUsd) {
        saved(hits, priceUsd);
    }

    /** An answer was given that a new one is asked for meanwhile, so that no call is saved. */
    void stale() {
        stale.increment();
    }

    /** One goes on with what is stale. */
    void refreshFailed() {
        failed.increment();
    }

    /** Somebody else was asking the same. */
    void joined(double priceUsd) {
        saved(joined, priceUsd);
    }

    public void miss() {
        misses.increment();
    }

    private void saved(Counter kind, double priceUsd) {
        kind.increment();
        calls.increment();
        usd.increment(priceUsd);
    }

    private Counter requests(MeterRegistry meters, String result) {
        return counter("parley.cache.requests", "Questions, by where their answer was")
                .tag("result", result)
                .register(meters);
    }

    private Counter.Builder counter(String name, String description) {
        return Counter.builder(name).description(description).tag("cache", cache);
    }
}
