package dev.parley.agent.location;

import dev.parley.contracts.id.LookupId;
import dev.parley.contracts.location.LocationResult;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Who waits for which answer. Several may wait for the same one: a lost attempt of a turn and its successor on this
 * replica. An answer that nobody waits for is dropped, and so is the second of two.
 */
final class OpenQuestions {
    private final Map<LookupId, List<CompletableFuture<LocationResult>>> waiting = new ConcurrentHashMap<>();

    /** Waits for the answer; the place is free again when the future has ended, however it ends. */
    CompletableFuture<LocationResult> await(LookupId question) {
        var answer = new CompletableFuture<LocationResult>();
        waiting.merge(question, List.of(answer), OpenQuestions::joined);
        var _ = answer.whenComplete((result, failure) -> forget(question));
        return answer;
    }

    private static <T> List<T> joined(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private void forget(LookupId question) {
        waiting.computeIfPresent(question, (id, all) -> {
            var left = all.stream().filter(it -> !it.isDone()).toList();
            return left.isEmpty() ? null : left;
        });
    }

    void answer(LocationResult result) {
        List<CompletableFuture<LocationResult>> all = waiting.remove(result.lookupId());
        if (all != null) {
            // Off the thread that reads the log: what is waited for continues on this call.
            all.forEach(it -> it.completeAsync(() -> result, Thread::startVirtualThread));
        }
    }

    int size() {
        return waiting.size();
    }
}
