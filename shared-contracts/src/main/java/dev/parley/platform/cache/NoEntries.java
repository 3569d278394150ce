package dev.parley.platform.cache;

import java.time.Duration;

/** A second level that is not there: every replica asks for itself. */
final class NoEntries implements SecondLevel {
    @Override
    public Look look(EntryKey key, String token, Duration claim) {
        return new Look.Claimed();
    }

    @Override
    public boolean claim(EntryKey key, String token, Duration claim) {
        return true;
    }

    @Override
    public boolean renew(EntryKey key, String token, Duration claim) {
        return true;
    }

    @Override
    public boolean keep(EntryKey key, String token, byte[] body, Duration goodFor) {
        return true;
    }

    @Override
    public void release(EntryKey key, String token) {}

    @Override
    public void forget(String tenant) {}

    @Override
    public int tidy() {
        return 0;
    }
}
