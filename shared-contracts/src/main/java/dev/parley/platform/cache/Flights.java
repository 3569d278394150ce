package dev.parley.platform.cache;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/** Equal questions of this process at one time: the first one asks, on its own thread, and all have its answer. Thread-safe. */
final class Flights<T> {
    /** Who asked was interrupted, which is no answer for the others. */
    private static final class AskerLeft extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final Map<EntryKey, CompletableFuture<Found<T>>> flights = new ConcurrentHashMap<>();

    /** An answer is {@link Found#cached} to all but the one who asks. What the asker throws, all do. */
    Found<T> join(EntryKey key, Supplier<Found<T>> ask) {
        while (true) {
            CompletableFuture<Found<T>> mine = new CompletableFuture<>();
            CompletableFuture<Found<T>> others = flights.putIfAbsent(key, mine);
            if (others == null) {
                return lead(key, mine, ask);
            }
            Optional<Found<T>> found = follow(others);
            if (found.isPresent()) {
                return new Found<>(found.get().value(), true);
            }
        }
    }

    private Found<T> lead(EntryKey key, CompletableFuture<Found<T>> flight, Supplier<Found<T>> ask) {
        try {
            Found<T> found = ask.get();
            flights.remove(key, flight);
            flight.complete(found);
            return found;
        } catch (RuntimeException | Error e) {
            flights.remove(key, flight);
            flight.completeExceptionally(Thread.currentThread().isInterrupted() ? new AskerLeft() : e);
            throw e;
        }
    }

    private static <T> Optional<Found<T>> follow(CompletableFuture<Found<T>> flight) {
        try {
            return Optional.of(flight.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Interrupted();
        } catch (ExecutionException e) {
            return switch (e.getCause()) {
                case AskerLeft _ -> Optional.empty();
                case RuntimeException failed -> throw failed;
                case Error failed -> throw failed;
                case null, default -> throw new IllegalStateException(e);
            };
        }
    }
}
