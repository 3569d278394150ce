package dev.parley.platform.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.parley.platform.tenant.TenantScope;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks only what was not asked lately, by whichever replica. Whoever asks does so on the thread that wants to know, except for
 * what is stale, which is asked anew in the background, as its tenant. An asker that fails leaves nothing behind, and everybody
 * who waits for it in this process fails with it. No connection is held while somebody is asked. Thread-safe.
 */
public final class SharedCache<T> {
    private static final Logger log = LoggerFactory.getLogger(SharedCache.class);

    private final CacheSpec<T> spec;
    private final CacheKeys keys;
    private final Nearby<T> nearby;
    private final SharedAsking<T> asking;
    private final CacheMeters meters;
    private final Flights<T> flights = new Flights<>();
    /** What is being asked anew, or could not be just now. */
    private final Cache<EntryKey, Boolean> refreshing;

    SharedCache(
            CacheSpec<T> spec,
            CacheKeys keys,
            Nearby<T> nearby,
            SharedAsking<T> asking,
            CacheMeters meters,
            Duration rest) {
        this.spec = spec;
        this.keys = keys;
        this.nearby = nearby;
        this.asking = asking;
        this.meters = meters;
        this.refreshing = Caffeine.newBuilder().expireAfterWrite(rest).build();
    }

    /**
     * The kept answer, or a new one, which is then kept.
     *
     * @param question equal for questions that have the same answer
     * @throws java.util.concurrent.CancellationException when the thread is interrupted while it waits for another's answer
     */
    public Found<T> get(String question, Supplier<T> ask) {
        Optional<String> tenant = spec.owned() ? TenantScope.sole() : Optional.of(EntryKey.EVERYBODY);
        return tenant.map(owner -> get(keys.of(owner, question), ask)).orElseGet(() -> unkept(ask));
    }

    private Found<T> unkept(Supplier<T> ask) {
        meters.miss();
        return new Found<>(ask.get(), false);
    }

    private Found<T> get(EntryKey key, Supplier<T> ask) {
        Optional<Aged<T>> near =
                spec.owned() ? Optional.empty() : nearby.find(key).flatMap(this::good);
        if (near.isPresent()) {
            return kept(key, near.get(), ask);
        }
        boolean[] first = {false};
        Found<T> found = flights.join(key, () -> {
            first[0] = true;
            return shared(key, ask);
        });
        if (!first[0]) {
            meters.joined(spec.priceUsd().applyAsDouble(found.value()));
        }
        return found;
    }

    /** From the other replicas, or with their leave. */
    private Found<T> shared(EntryKey key, Supplier<T> ask) {
        return switch (asking.find(key, ask, this::good)) {
            case SharedAsking.Result.Kept<T>(Aged<T> aged, int bytes) -> {
                near(key, aged, bytes);
                yield kept(key, aged, ask);
            }
            case SharedAsking.Result.New<T>(Aged<T> aged, int bytes) -> {
                near(key, aged, bytes);
                meters.miss();
                yield new Found<>(aged.answer(), false);
            }
            case SharedAsking.Result.Unkept<T>(T answer) -> {
                meters.miss();
                yield new Found<>(answer, false);
            }
        };
    }

    private Optional<Aged<T>> good(Aged<T> aged) {
        return spec.life()
                .at(aged.answer(), aged.age())
                .map(answer -> new Aged<>(answer, aged.fresh(), aged.freshFor()));
    }

    private void near(EntryKey key, Aged<T> aged, int bytes) {
        if (!spec.owned()) {
            nearby.put(key, aged, spec.staleFor(), bytes);
        }
    }

    private Found<T> kept(EntryKey key, Aged<T> aged, Supplier<T> ask) {
        if (aged.isStale()) {
            meters.stale();
            refresh(key, ask);
        } else {
            meters.hit(spec.priceUsd().applyAsDouble(aged.answer()));
        }
        return new Found<>(aged.answer(), true);
    }

    /** Once at a time; after a failure not again for a while. */
    private void refresh(EntryKey key, Supplier<T> ask) {
        if (refreshing.asMap().putIfAbsent(key, true) == null) {
            Thread.ofVirtual().name("cache-refresh").start(Context.current().wrap(() -> refreshNow(key, ask)));
        }
    }

    private void refreshNow(EntryKey key, Supplier<T> ask) {
        try (TenantScope _ = spec.owned() ? TenantScope.named(key.tenant()) : TenantScope.nobody()) {
            asking.again(key, ask).ifPresent(result -> near(key, result.aged(), result.bytes()));
            refreshing.invalidate(key);
        } catch (RuntimeException e) {
            meters.refreshFailed();
            log.debug("The cache {} goes on with what is stale, since there is nothing newer", spec.name(), e);
        }
    }
}
