package dev.parley.agent.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is expected of whoever finds chunks by meaning. */
abstract class VectorsKit {
    static final String MODEL = "random-32";
    private static final int DIMENSIONS = 32;
    private static final int TOP = 10;

    /** They are compared exactly afterwards. */
    private static final int CANDIDATES = 50;

    private final SplittableRandom random = new SplittableRandom(7);
    private String ada = "";

    @BeforeEach
    void somebody_who_has_nothing_yet() {
        ada = "user:" + UUID.randomUUID();
    }

    /** In its own database, which other tests of the class may have written into. */
    abstract VectorRows rows();

    abstract Vectors vectors();

    /** What was written is to be found from now on. */
    abstract void written();

    @Test
    void what_is_nearest_of_all_is_among_the_candidates() {
        Map<ChunkId, float[]> all = add(ada, MODEL, 5, 60);
        written();

        int found = 0;
        for (int question = 0; question < 20; question++) {
            float[] wanted = meaning();
            List<ChunkId> nearest = nearest(ada, wanted, CANDIDATES);
            assertThat(nearest).hasSize(CANDIDATES).doesNotHaveDuplicates();
            found += (int) byBruteForce(all, wanted).filter(nearest::contains).count();
        }
        assertThat(found).isGreaterThanOrEqualTo(20 * TOP * 95 / 100);
    }

    @Test
    void a_few_of_ones_own_are_found_among_thousands_of_others() {
        add("user:" + UUID.randomUUID(), MODEL, 3, 700);
        Map<ChunkId, float[]> own = add(ada, MODEL, 1, 3);
        written();

        assertThat(nearest(ada, meaning(), TOP)).containsExactlyInAnyOrderElementsOf(own.keySet());
        assertThat(nearest("user:" + UUID.randomUUID(), meaning(), TOP)).isEmpty();
    }

    @Test
    void vectors_of_another_model_are_not_compared() {
        Map<ChunkId, float[]> own = add(ada, MODEL, 1, 4);
        add(ada, "another", 1, 4);
        written();

        assertThat(nearest(ada, meaning(), TOP)).containsExactlyInAnyOrderElementsOf(own.keySet());
    }

    @Test
    void what_is_removed_is_not_found_any_more() {
        Map<ChunkId, float[]> own = add(ada, MODEL, 2, 4);
        written();
        assertThat(nearest(ada, meaning(), TOP)).hasSize(8);

        UUID removed = own.keySet().iterator().next().document();
        rows().remove(removed, ada);

        assertThat(nearest(ada, meaning(), TOP))
                .hasSize(4)
                .noneMatch(chunk -> chunk.document().equals(removed));
    }

    final List<ChunkId> nearest(String tenant, float[] wanted, int most) {
        return rows().as(tenant, () -> vectors().nearest(tenant, rows().state(tenant, MODEL), wanted, most));
    }

    final Map<ChunkId, float[]> add(String tenant, String model, int documents, int chunks) {
        Map<ChunkId, float[]> added = new HashMap<>();
        for (int i = 0; i < documents; i++) {
            List<float[]> meanings =
                    IntStream.range(0, chunks).mapToObj(_ -> meaning()).toList();
            UUID document = rows().add(tenant, model, meanings);
            IntStream.range(0, chunks).forEach(at -> added.put(new ChunkId(document, at), meanings.get(at)));
        }
        return added;
    }

    final float[] meaning() {
        float[] vector = new float[DIMENSIONS];
        double square = 0;
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] = (float) random.nextGaussian();
            square += vector[i] * vector[i];
        }
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] /= (float) Math.sqrt(square);
        }
        return vector;
    }

    private static Stream<ChunkId> byBruteForce(Map<ChunkId, float[]> all, float[] wanted) {
        return all.entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<ChunkId, float[]> it) -> -product(it.getValue(), wanted)))
                .limit(TOP)
                .map(Map.Entry::getKey);
    }

    private static double product(float[] one, float[] other) {
        double product = 0;
        for (int i = 0; i < one.length; i++) {
            product += one[i] * other[i];
        }
        return product;
    }
}
