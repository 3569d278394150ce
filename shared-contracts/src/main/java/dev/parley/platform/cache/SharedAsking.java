package dev.parley.platform.cache;

import dev.parley.platform.time.IdSource;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Of all replicas one asks, the others wait for its answer; if the one dies, another one asks. Who has waited for too long asks
 * for itself, and keeps nothing. Thread-safe.
 */
final class SharedAsking<T> {
    /** What became of a question. */
    sealed interface Result<T> {
        /** It was there. */
        record Kept<T>(Aged<T> aged, int bytes) implements Result<T> {}

        /** It was asked, and is there now. */
        record New<T>(Aged<T> aged, int bytes) implements Result<T> {}

        /** It was asked, and is not to be kept. */
        record Unkept<T>(T answer) implements Result<T> {}
    }

    private static final long FIRST_PAUSE_MS = 10;
    private static final long LAST_PAUSE_MS = 200;

    private final CacheSpec<T> spec;
    private final EntryBody<T> body;
    private final SecondLevel entries;
    private final Claims claims;
    private final IdSource ids;
    private final Duration patience;

    SharedAsking(
            CacheSpec<T> spec, EntryBody<T> body, SecondLevel entries, Claims claims, IdSource ids, Duration patience) {
        this.spec = spec;
        this.body = body;
        this.entries = entries;
        this.claims = claims;
        this.ids = ids;
        this.patience = patience;
    }

    /** @param good what of a kept answer may still be given */
    Result<T> find(EntryKey key, Supplier<T> ask, Function<Aged<T>, Optional<Aged<T>>> good) {
        String token = ids.next().toString();
        long began = System.nanoTime();
        for (long pause = FIRST_PAUSE_MS; System.nanoTime() - began < patience.toNanos(); pause *= 2) {
            switch (entries.look(key, token, claims.time())) {
                case SecondLevel.Look.Kept(byte[] stored, Duration goodFor) -> {
                    Optional<Aged<T>> aged = body.read(key, stored, goodFor).flatMap(good);
                    if (aged.isPresent()) {
                        return new Result.Kept<>(aged.get(), stored.length);
                    }
                    if (entries.claim(key, token, claims.time())) {
                        return ask(key, token, ask);
                    }
                }
                case SecondLevel.Look.Claimed() -> {
                    return ask(key, token, ask);
                }
                case SecondLevel.Look.Awaited() -> {}
            }
            pause(Math.min(pause, LAST_PAUSE_MS));
        }
        return new Result.Unkept<>(ask.get());
    }

    /** Asks anew, unless another one does. A failure keeps the claim until its time is over, so that nobody tries at once. */
    Optional<Result.New<T>> again(EntryKey key, Supplier<T> ask) {
        String token = ids.next().toString();
        if (!entries.claim(key, token, claims.time())) {
            return Optional.empty();
        }
        return answer(key, token, ask) instanceof Result.New<T> fresh ? Optional.of(fresh) : Optional.empty();
    }

    private Result<T> ask(EntryKey key, String token, Supplier<T> ask) {
        try {
            return answer(key, token, ask);
        } catch (RuntimeException | Error e) {
            entries.release(key, token);
            throw e;
        }
    }

    private Result<T> answer(EntryKey key, String token, Supplier<T> ask) {
        T answer;
        try (Claims.Held _ = claims.hold(entries, key, token)) {
            answer = ask.get();
        }
        Duration fresh = spec.life().of(answer);
        if (!fresh.isPositive()) {
            entries.release(key, token);
            return new Result.Unkept<>(answer);
        }
        byte[] stored = body.write(key, answer, fresh);
        boolean kept = entries.keep(key, token, stored, fresh.plus(spec.staleFor()));
        return kept ? new Result.New<>(new Aged<>(answer, fresh, fresh), stored.length) : new Result.Unkept<>(answer);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Interrupted();
        }
    }
}
