package dev.parley.agent.location;

import dev.parley.contracts.id.LookupId;
import dev.parley.contracts.location.LocationResult;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who waits for which answer. Several may wait for the same one: a lost attempt of a turn and its successor on this
 * replica. An answer that nobody waits for is dropped, and so is the second of two.
 */
final class OpenQuestions {
    private final Map<LookupId, Set<CompletableFuture<LocationResult>>> waiting = new ConcurrentHashMap<>();

    /** Waits for the answer; the place is free again when the future has ended, however it ends. */
    CompletableFuture<LocationResult> await(LookupId question) {
        var answer = new CompletableFuture<LocationResult>();
        waiting.compute(question, (id, others) -> {
            Set<CompletableFuture<LocationResult>> all = others == null ? ConcurrentHashMap.newKeySet() : others;
            all.add(answer);
            return all;
        });
        var unused = answer.whenComplete((result, failure) -> forget(question, answer));
        return answer;
    }

    private void forget(LookupId question, CompletableFuture<LocationResult> answer) {
        waiting.computeIfPresent(question, (id, all) -> {
            all.remove(answer);
            return all.isEmpty() ? null : all;
        });
    }

    void answer(LocationResult result) {
        Set<CompletableFuture<LocationResult>> all = waiting.remove(result.lookupId());
        if (all != null) {
            // Off the thread that reads the log: what is waited for continues on this call.
            all.forEach(it -> it.completeAsync(() -> result, Thread::startVirtualThread));
        }
    }

    int size() {
        return waiting.size();
    }
}
