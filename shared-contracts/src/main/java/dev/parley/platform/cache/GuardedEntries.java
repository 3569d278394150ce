package dev.parley.platform.cache;

import dev.parley.platform.outage.Outage;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * A second level that is done without while it is away: then there is nothing in it, every claim is granted, and what is kept is
 * kept by this process alone. Only that an owner is to be forgotten has to wait until it is back.
 */
final class GuardedEntries implements SecondLevel {
    private static final Look NOTHING = new Look.Claimed();

    private final SecondLevel entries;
    private final Outage outage;

    GuardedEntries(SecondLevel entries, Outage outage) {
        this.entries = entries;
        this.outage = outage;
    }

    @Override
    public Look look(EntryKey key, String token, Duration claim) {
        return guarded(() -> entries.look(key, token, claim), NOTHING);
    }

    @Override
    public boolean claim(EntryKey key, String token, Duration claim) {
        return guarded(() -> entries.claim(key, token, claim), true);
    }

    @Override
    public boolean renew(EntryKey key, String token, Duration claim) {
        return guarded(() -> entries.renew(key, token, claim), true);
    }

    @Override
    public boolean keep(EntryKey key, String token, byte[] body, Duration goodFor) {
        return guarded(() -> entries.keep(key, token, body, goodFor), true);
    }

    @Override
    public void release(EntryKey key, String token) {
        guarded(
                () -> {
                    entries.release(key, token);
                    return true;
                },
                true);
    }

    @Override
    public void forget(String tenant) {
        entries.forget(tenant);
    }

    @Override
    public int tidy() {
        return guarded(entries::tidy, 0);
    }

    private <R> R guarded(Supplier<R> call, R without) {
        boolean away = outage.isOn();
        if (away && !outage.mayTry()) {
            return without;
        }
        try {
            R result = call.get();
            if (away) {
                outage.over();
            }
            return result;
        } catch (Interrupted e) {
            throw e;
        } catch (RuntimeException e) {
            // Who is interrupted gets no connection: that says nothing about the other end.
            if (!Thread.currentThread().isInterrupted()) {
                outage.failed(e);
            }
            return without;
        }
    }
}
