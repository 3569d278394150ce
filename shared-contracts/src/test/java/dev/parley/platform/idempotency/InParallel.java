package dev.parley.platform.idempotency;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A call from a thread, and with it a transaction, of its own. */
final class InParallel {
    private InParallel() {}

    static <T extends @Nullable Object> Supplier<T> call(Supplier<T> call) {
        return () -> {
            try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
                return CompletableFuture.supplyAsync(call, executor).join();
            } catch (CompletionException failed) {
                throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
            }
        };
    }
}
