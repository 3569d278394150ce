package dev.parley.agent.knowledge;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.UUID;

/** Keeps the best of what it is offered. Not thread-safe. */
final class Nearest {
    private record Candidate(ChunkId chunk, float score) {}

    private static final Comparator<Candidate> WORST_FIRST = Comparator.comparingDouble(Candidate::score);

    private final int most;
    private final PriorityQueue<Candidate> best = new PriorityQueue<>(WORST_FIRST);
    private float worst = Float.NEGATIVE_INFINITY;

    Nearest(int most) {
        this.most = most;
    }

    void offer(UUID document, int position, float score) {
        if (score <= worst) {
            return;
        }
        best.add(new Candidate(new ChunkId(document, position), score));
        if (best.size() > most) {
            best.remove();
        }
        Candidate least = best.peek();
        if (best.size() == most && least != null) {
            worst = least.score();
        }
    }

    /** Best first. */
    List<ChunkId> all() {
        return best.stream()
                .sorted(WORST_FIRST.reversed())
                .map(Candidate::chunk)
                .toList();
    }
}
