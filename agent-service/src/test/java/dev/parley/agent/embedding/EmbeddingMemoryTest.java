package dev.parley.agent.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agent.turn.AgentTest;
import dev.parley.platform.cache.Caches;
import dev.parley.testing.backing.TestDatabase;
import dev.parley.testing.table.TableSearch;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AgentTest
class EmbeddingMemoryTest {
    private final AtomicInteger computed = new AtomicInteger();
    private final String text = "What does " + UUID.randomUUID() + " cost?";
    private final Caches caches;

    EmbeddingMemoryTest(@Autowired Caches caches) {
        this.caches = caches;
    }

    private Embedder replica(String model) {
        return new EmbeddingMemory(caches, new EmbeddingSettings("", Duration.ofHours(1))).apply(new Embedder() {
            @Override
            public String model() {
                return model;
            }

            @Override
            public float[] embed(String text) {
                return new float[] {computed.incrementAndGet(), -0.25f, Float.MIN_VALUE};
            }
        });
    }

    @Test
    void the_vector_of_a_text_is_computed_once_by_all_replicas(@Autowired TestDatabase database) {
        Embedder one = replica("letters");

        assertThat(one.embed(text)).containsExactly(1, -0.25f, Float.MIN_VALUE);
        assertThat(one.embed(text)).containsExactly(1, -0.25f, Float.MIN_VALUE);
        assertThat(replica("letters").embed(text)).containsExactly(1, -0.25f, Float.MIN_VALUE);

        assertThat(computed).hasValue(1);
        assertThat(one.model()).isEqualTo("letters");
        assertThat(TableSearch.in(database.dataSource()).find(text)).isEmpty();
    }

    @Test
    void that_of_another_text_or_by_another_model_is_another() {
        replica("letters").embed(text);

        assertThat(replica("letters").embed(text + "?")[0]).isEqualTo(2);
        assertThat(replica("words").embed(text)[0]).isEqualTo(3);
    }

    @Test
    void the_embedders_of_the_service_remember(@Autowired Embedders embedders) {
        Embedder embedder = embedders.preferred();

        assertThat(embedders.find(embedder.model())).containsSame(embedder);
        assertThat(embedder.embed(text)).isEqualTo(embedder.embed(text));
    }
}
