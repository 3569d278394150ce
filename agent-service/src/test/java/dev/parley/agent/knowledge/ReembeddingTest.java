package dev.parley.agent.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.agent.embedding.Embedder;
import dev.parley.agent.embedding.Embedders;
import dev.parley.agent.job.JobEnd;
import dev.parley.agent.job.JobStatus;
import dev.parley.agent.turn.AgentTest;
import dev.parley.agent.turn.HeldItem;
import dev.parley.agent.turn.Member;
import dev.parley.platform.tenant.TenantScope;
import dev.parley.platform.work.Inbox;
import dev.parley.platform.work.WorkItem;
import dev.parley.testing.backing.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Documents that come to be searched by another model while they are searched. */
@AgentTest
class ReembeddingTest {
    private static final String DOCUMENTS = "/api/v1/knowledge/documents";
    private static final Duration SOON = Duration.ofSeconds(30);

    private final Member ada;
    private final String tenant;

    ReembeddingTest(@LocalServerPort int port) {
        this.ada = new Member(port);
        this.tenant = TenantScope.nameOf(ada.principal());
    }

    /** Breaks off after so many texts. */
    private record CountingEmbedder(AtomicInteger left) implements Embedder {
        @Override
        public String model() {
            return "letters";
        }

        @Override
        public float[] embed(String text) {
            if (left.getAndDecrement() <= 0) {
                throw new IllegalStateException("broken off");
            }
            float[] vector = new float[4];
            text.chars().forEach(c -> vector[c % 4]++);
            double length = Math.sqrt(
                    vector[0] * vector[0] + vector[1] * vector[1] + vector[2] * vector[2] + vector[3] * vector[3]);
            for (int i = 0; i < vector.length; i++) {
                vector[i] /= (float) length;
            }
            return vector;
        }
    }

    @Test
    void the_old_vectors_are_searched_until_the_new_ones_are_complete(
            @Autowired Reindex reindex,
            @Autowired Chunks chunks,
            @Autowired IndexStates states,
            @Autowired Vectors vectors,
            @Autowired Embedders builtIn,
            @Autowired DocumentEmbedding embedding,
            @Autowired MeterRegistry meters,
            @Autowired TransactionOperations transactions,
            @Autowired Inbox inbox)
            throws InterruptedException {
        bring("Penguins breed on the ice in winter.");
        bring("Bread is baked of flour and water.");
        var letters = new CountingEmbedder(new AtomicInteger(1));
        var both = new Embedders(List.of(letters, builtIn.preferred()));
        var reembedding = new Reembedding(reindex, chunks, both, embedding, transactions);
        var knowledge = new Knowledge(states, vectors, chunks, both, meters);

        try (TenantScope _ = TenantScope.of(ada.principal())) {
            assertThatThrownBy(() -> reembedding.run(item())).hasMessage("broken off");
            assertThat(states.of(tenant).orElseThrow().model())
                    .isEqualTo(builtIn.preferred().model());
            assertThat(knowledge.search(ada.principal(), "Where do birds breed?", 1))
                    .extracting(Passage::text)
                    .containsExactly("Penguins breed on the ice in winter.");

            letters.left().set(100);
            reembedding.run(item());
            assertThat(letters.left().get()).isEqualTo(99);
            assertThat(states.of(tenant).orElseThrow().model()).isEqualTo("letters");
            assertThat(knowledge.search(ada.principal(), "Bread is baked of flour and water.", 1))
                    .extracting(Passage::score)
                    .containsExactly(1.0);
            assertThat(new Knowledge(states, vectors, chunks, builtIn, meters).search(ada.principal(), "flour", 5))
                    .as("by words alone, where the model is not there any more")
                    .extracting(Passage::text)
                    .containsExactly("Bread is baked of flour and water.");
        }

        new OutdatedVectors(reindex, builtIn, inbox).look();
        await().atMost(SOON).until(() -> {
            try (TenantScope _ = TenantScope.of(ada.principal())) {
                return states.of(tenant)
                        .orElseThrow()
                        .model()
                        .equals(builtIn.preferred().model());
            }
        });
    }

    @Test
    void what_was_begun_before_its_owner_was_switched_over_is_embedded_by_the_new_model_too(
            @Autowired Reindex reindex,
            @Autowired Documents documents,
            @Autowired Chunks chunks,
            @Autowired IndexStates states,
            @Autowired Vectors vectors,
            @Autowired Embedders builtIn,
            @Autowired MeterRegistry meters,
            @Autowired TransactionOperations transactions,
            @Autowired Inbox inbox,
            @Autowired TestDatabase database) {
        bring("Bread is baked of flour and water.");
        UUID late = bring("Penguins breed on the ice in winter.");
        var letters = new CountingEmbedder(new AtomicInteger(100));
        var before = new IngestedDocuments(documents, chunks, states, new Embedders(List.of(letters)), inbox);
        var knowledge = new Knowledge(states, vectors, chunks, builtIn, meters);
        JdbcClient owner = JdbcClient.create(database.dataSource());
        owner.sql("update document set status = 'processing' where id = :id")
                .param("id", late)
                .update();
        owner.sql("update chunk_vector set model = 'letters' where document_id = :id")
                .param("id", late)
                .update();

        try (TenantScope _ = TenantScope.of(ada.principal())) {
            assertThat(transactions.<Boolean>execute(
                            _ -> reindex.complete(tenant, builtIn.preferred().model())))
                    .isTrue();
            assertThat(knowledge.search(ada.principal(), "Where do birds live?", 5))
                    .hasSize(1);

            transactions.executeWithoutResult(
                    _ -> before.end(late, tenant, new JobEnd(JobStatus.SUCCEEDED, null, null)));

            await().atMost(SOON).until(() -> {
                try (TenantScope _ = TenantScope.of(ada.principal())) {
                    return knowledge.search(ada.principal(), "Where do birds live?", 1).stream()
                            .anyMatch(passage -> passage.document().equals(late));
                }
            });
        }
    }

    private UUID bring(String text) {
        String id = ada.post(DOCUMENTS, Map.of("title", "x", "text", text)).text("document_id");
        await().atMost(SOON)
                .until(() -> ada.get(DOCUMENTS + "/" + id).text("status").equals("ready"));
        return UUID.fromString(id);
    }

    private WorkItem item() {
        return HeldItem.of("reembedding", tenant.getBytes(StandardCharsets.UTF_8));
    }
}
