package dev.parley.agent.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.agent.embedding.Embedder;
import dev.parley.agent.turn.AgentTest;
import dev.parley.agent.turn.Member;
import dev.parley.platform.tenant.TenantScope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;

/** How much of what there is to be found is found, of questions and passages that belong together. */
@AgentTest
class RecallTest {
    private static final String DOCUMENTS = "/api/v1/knowledge/documents";
    private static final int TOP = 10;
    private static final double WANTED = 0.95;

    private final Knowledge knowledge;
    private final Vectors vectors;
    private final IndexStates states;
    private final Embedder embedder;
    private final Member ada;

    private record Pair(String question, String passage) {}

    RecallTest(
            @Autowired Knowledge knowledge,
            @Autowired Vectors vectors,
            @Autowired IndexStates states,
            @Autowired Embedder embedder,
            @LocalServerPort int port) {
        this.knowledge = knowledge;
        this.vectors = vectors;
        this.states = states;
        this.embedder = embedder;
        this.ada = new Member(port);
    }

    @Test
    void what_belongs_to_a_question_is_among_the_first_and_nearness_is_as_by_brute_force() throws IOException {
        List<Pair> pairs = pairs();
        Map<String, String> passages = bring(pairs);

        try (TenantScope _ = TenantScope.of(ada.principal())) {
            assertThat(pairs.stream().filter(this::isFound)).hasSizeGreaterThanOrEqualTo(enough(pairs.size()));
            Map<String, float[]> all = passages.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, it -> embedder.embed(it.getValue())));
            int same = pairs.stream()
                    .mapToInt(pair -> asByBruteForce(pair.question(), all))
                    .sum();
            assertThat(same).isGreaterThanOrEqualTo(enough(pairs.size() * TOP));
        }
    }

    private boolean isFound(Pair pair) {
        return knowledge.search(ada.principal(), pair.question(), TOP).stream()
                .anyMatch(passage -> passage.text().equals(pair.passage()));
    }

    /** How many of the nearest by the index are the nearest of all. */
    private int asByBruteForce(String question, Map<String, float[]> passages) {
        float[] wanted = embedder.embed(question);
        String tenant = TenantScope.nameOf(ada.principal());
        Set<String> nearest = vectors.nearest(tenant, states.of(tenant).orElseThrow(), wanted, TOP).stream()
                .map(chunk -> chunk.document().toString())
                .collect(Collectors.toSet());
        return (int) passages.entrySet().stream()
                .sorted(Comparator.comparingDouble(
                        (Map.Entry<String, float[]> passage) -> -product(wanted, passage.getValue())))
                .limit(TOP)
                .filter(passage -> nearest.contains(passage.getKey()))
                .count();
    }

    private static int enough(int all) {
        return (int) Math.ceil(WANTED * all);
    }

    private static double product(float[] one, float[] other) {
        double product = 0;
        for (int i = 0; i < one.length; i++) {
            product += one[i] * other[i];
        }
        return product;
    }

    /** A document for each passage, by its id. */
    private Map<String, String> bring(List<Pair> pairs) {
        Map<String, String> passages = pairs.stream()
                .collect(Collectors.toMap(
                        pair -> ada.post(DOCUMENTS, Map.of("title", "x", "text", pair.passage()))
                                .text("document_id"),
                        Pair::passage));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> ada.get(DOCUMENTS + "?limit=100")
                        .json()
                        .path("items")
                        .valueStream()
                        .allMatch(document -> document.path("status").asString().equals("ready")));
        return passages;
    }

    private static List<Pair> pairs() throws IOException {
        return new ClassPathResource("knowledge/recall.txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split(" \\| ", 2))
                .map(pair -> new Pair(pair[0], pair[1]))
                .toList();
    }
}
