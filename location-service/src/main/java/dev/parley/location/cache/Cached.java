package dev.parley.location.cache;

import java.util.function.Function;

/**
 * An answer.
 *
 * @param cached whether it was there already
 */
public record Cached<T>(T value, boolean cached) {
    public <R> Cached<R> map(Function<T, R> change) {
        return new Cached<>(change.apply(value), cached);
    }
}
