package dev.parley.platform.work;

import java.util.concurrent.CompletableFuture;

/**
 * Whether somebody wants a run to end. One that ends by itself, with what it has so far, just returns; one that throws
 * instead is ended by {@link WorkHandler#cancelled}; one that does neither in time is interrupted. Safe for many threads.
 */
public final class Cancellation {

    private final CompletableFuture<String> request = new CompletableFuture<>();

    public boolean requested() {
        return request.isDone();
    }

    /** Why, for people; empty while it is not requested. */
    public String reason() {
        return request.getNow("");
    }

    /** Does something when it is requested, at once if it was already. On a thread that must not wait. */
    public void onRequest(Runnable reaction) {
        var _ = request.thenRun(reaction);
    }

    void request(String reason) {
        request.complete(reason);
    }
}
