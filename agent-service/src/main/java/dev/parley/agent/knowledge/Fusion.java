package dev.parley.agent.knowledge;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes one ranking of several by reciprocal ranks: what several find early comes first. */
final class Fusion {
    private static final double DAMPING = 60;

    private Fusion() {}

    static List<ChunkId> of(Collection<List<ChunkId>> rankings) {
        Map<ChunkId, Double> scores = new HashMap<>();
        for (List<ChunkId> ranking : rankings) {
            for (int rank = 0; rank < ranking.size(); rank++) {
                scores.merge(ranking.get(rank), 1 / (DAMPING + rank + 1), Double::sum);
            }
        }
        return scores.entrySet().stream()
                .sorted(Map.Entry.<ChunkId, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey(
                                Comparator.comparing(ChunkId::document).thenComparingInt(ChunkId::position))))
                .map(Map.Entry::getKey)
                .toList();
    }
}
