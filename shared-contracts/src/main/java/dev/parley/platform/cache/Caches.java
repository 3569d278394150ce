package dev.parley.platform.cache;

import dev.parley.contracts.id.Principal;
import dev.parley.platform.secret.Secrets;
import dev.parley.platform.tenant.TenantScope;
import dev.parley.platform.time.IdSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens caches. Thread-safe. */
public final class Caches implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Caches.class);
    private static final String PURPOSE = "parley.cache.v1";

    private final SecondLevel entries;
    private final CacheSettings settings;
    private final IdSource ids;
    private final MeterRegistry meters;
    private final Supplier<Optional<Secrets>> secrets;
    private final Claims claims;

    /** @param secrets asked for by caches that are secret */
    Caches(
            SecondLevel entries,
            CacheSettings settings,
            IdSource ids,
            MeterRegistry meters,
            Supplier<Optional<Secrets>> secrets) {
        this.entries = entries;
        this.settings = settings;
        this.ids = ids;
        this.meters = meters;
        this.secrets = secrets;
        this.claims = new Claims(settings.claim());
    }

    /** {@code CACHE_TTL}. */
    public Duration usualTimeToLive() {
        return settings.timeToLive();
    }

    /**
     * A cache with what it says; once for each name. Where there is no {@code SECRET_KEY} to seal it with, one that is secret is
     * this process's own.
     */
    public <T> SharedCache<T> open(CacheSpec<T> spec) {
        if (!spec.secret()) {
            return open(spec, entries, new CacheKeys(spec, new byte[0]), new EntryBody<>(spec, null));
        }
        Optional<Secrets> known = secrets.get();
        if (known.isEmpty()) {
            log.info("The cache {} is each process's own: there is no SECRET_KEY to seal with", spec.name());
            return open(spec, new NoEntries(), new CacheKeys(spec, new byte[0]), new EntryBody<>(spec, null));
        }
        Secrets seal = known.get();
        return open(spec, entries, new CacheKeys(spec, seal.keyFor(PURPOSE)), new EntryBody<>(spec, sealing(seal)));
    }

    private <T> SharedCache<T> open(CacheSpec<T> spec, SecondLevel where, CacheKeys keys, EntryBody<T> body) {
        return new SharedCache<>(
                spec,
                keys,
                new Nearby<>(settings.nearby().toBytes(), System::nanoTime),
                new SharedAsking<>(spec, body, where, claims, ids, settings.patience()),
                new CacheMeters(meters, spec.name()),
                settings.claim());
    }

    private static EntryBody.Seal sealing(Secrets secrets) {
        return new EntryBody.Seal() {
            @Override
            public byte[] seal(byte[] plain, String context) {
                return secrets.seal(plain, context);
            }

            @Override
            public byte[] open(byte[] sealed, String context) {
                return secrets.open(sealed, context);
            }
        };
    }

    /**
     * Removes all that is kept for an owner, also what is being asked for at this moment.
     *
     * @throws RuntimeException when it cannot be removed now, which is to be tried again
     */
    public void forget(Principal owner) {
        entries.forget(TenantScope.nameOf(owner));
    }

    @Override
    public void close() {
        claims.close();
    }
}
