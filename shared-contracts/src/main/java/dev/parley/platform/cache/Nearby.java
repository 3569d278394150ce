package dev.parley.platform.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Answers in this process, until their time is over or there are too many. Thread-safe. */
final class Nearby<T> {
    /** Besides its bytes as stored. */
    private static final int BYTES_EACH = 300;

    private record Entry<T>(T answer, Duration fresh, long freshUntil, long goodUntil, int bytes) {}

    private final Cache<EntryKey, Entry<T>> entries;
    private final LongSupplier nanos;

    Nearby(long bytes, LongSupplier nanos) {
        this.nanos = nanos;
        this.entries = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((EntryKey _, Entry<T> entry) -> entry.bytes() + BYTES_EACH)
                .ticker(nanos::getAsLong)
                .expireAfter(Expiry.writing((EntryKey _, Entry<T> entry) ->
                        Duration.ofNanos(Math.max(0, entry.goodUntil() - nanos.getAsLong()))))
                .executor(Runnable::run)
                .build();
    }

    Optional<Aged<T>> find(EntryKey key) {
        Entry<T> entry = entries.getIfPresent(key);
        return entry == null
                ? Optional.empty()
                : Optional.of(new Aged<>(
                        entry.answer(), entry.fresh(), Duration.ofNanos(entry.freshUntil() - nanos.getAsLong())));
    }

    void put(EntryKey key, Aged<T> aged, Duration staleFor, int bytes) {
        long freshUntil = nanos.getAsLong() + aged.freshFor().toNanos();
        entries.put(key, new Entry<>(aged.answer(), aged.fresh(), freshUntil, freshUntil + staleFor.toNanos(), bytes));
    }
}
