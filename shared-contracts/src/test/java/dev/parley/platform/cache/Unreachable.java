package dev.parley.platform.cache;

import java.time.Duration;

/** A second level that is away. */
final class Unreachable implements SecondLevel {
    private static SecondLevelAway away() {
        return new SecondLevelAway("away", new IllegalStateException("refused"));
    }

    @Override
    public Look look(EntryKey key, String token, Duration claim) {
        throw away();
    }

    @Override
    public boolean claim(EntryKey key, String token, Duration claim) {
        throw away();
    }

    @Override
    public boolean renew(EntryKey key, String token, Duration claim) {
        throw away();
    }

    @Override
    public boolean keep(EntryKey key, String token, byte[] body, Duration goodFor) {
        throw away();
    }

    @Override
    public void release(EntryKey key, String token) {
        throw away();
    }

    @Override
    public void forget(String tenant) {
        throw away();
    }

    @Override
    public int tidy() {
        throw away();
    }
}
