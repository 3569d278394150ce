package dev.parley.agent.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.agent.embedding.Embedded;
import dev.parley.agent.embedding.Embedder;
import dev.parley.agent.embedding.EmbeddingFailure;
import dev.parley.agent.turn.AgentTest;
import dev.parley.platform.work.PermanentFailure;
import dev.parley.platform.work.RetryLater;
import dev.parley.testing.backing.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Batches that a provider embeds: again when it fails, and at whose cost. */
@AgentTest
class DocumentEmbeddingTest {
    private static final List<String> TEXTS = List.of("one", "two");

    private final DocumentEmbedding embedding;
    private final TransactionOperations transactions;
    private final JdbcClient owner;
    private final String tenant = "user:" + UUID.randomUUID();

    DocumentEmbeddingTest(
            @Autowired DocumentEmbedding embedding,
            @Autowired TransactionOperations transactions,
            @Autowired TestDatabase database) {
        this.embedding = embedding;
        this.transactions = transactions;
        this.owner = JdbcClient.create(database.dataSource());
    }

    /** Fails in the ways that are left, then succeeds. */
    private record Provider(Deque<EmbeddingFailure> failures) implements Embedder {
        @Override
        public String model() {
            return "openai:text-embedding-3-large";
        }

        @Override
        public float[] embed(String text) {
            return new float[] {1};
        }

        @Override
        public Embedded embedAll(List<String> texts) {
            EmbeddingFailure failure = failures.poll();
            if (failure != null) {
                throw failure;
            }
            return new Embedded(texts.stream().map(this::embed).toList(), 1_000_000);
        }

        @Override
        public boolean isRemote() {
            return true;
        }
    }

    @Test
    void what_fails_in_passing_is_tried_again_after_the_pause_that_is_wanted() throws InterruptedException {
        Provider provider = failing(failure(true, Duration.ofMillis(10)), failure(true, Duration.ofMillis(10)));

        assertThat(embed(provider).vectors()).hasSize(2);
        assertThat(provider.failures()).isEmpty();
    }

    @Test
    void what_fails_again_and_again_is_a_failure_of_the_work() {
        Provider provider = failing(
                Collections.nCopies(6, failure(true, Duration.ofMillis(1))).toArray(EmbeddingFailure[]::new));

        assertThatThrownBy(() -> embed(provider)).isInstanceOf(EmbeddingFailure.class);
        assertThat(provider.failures()).hasSize(1);
    }

    @Test
    void who_wants_to_be_left_alone_for_long_has_the_work_wait() {
        assertThatThrownBy(() -> embed(failing(failure(true, Duration.ofMinutes(5)))))
                .isInstanceOfSatisfying(
                        RetryLater.class, e -> assertThat(e.after()).isEqualTo(Duration.ofMinutes(5)));
    }

    @Test
    void what_a_provider_will_never_do_ends_the_work() {
        assertThatThrownBy(() -> embed(failing(failure(false, null))))
                .isInstanceOf(PermanentFailure.class)
                .hasMessageStartingWith("embedding_unavailable");
    }

    @Test
    void what_it_costs_is_spent_by_its_owner_until_there_is_nothing_left() throws InterruptedException {
        Provider provider = failing();
        embedding.requireBudget(provider, tenant);

        Embedded embedded = embed(provider);
        transactions.executeWithoutResult(_ -> embedding.spend(provider, embedded, tenant));

        assertThat(owner.sql("select cost_usd from spending where tenant = :tenant")
                        .param("tenant", tenant)
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("0.13");
        owner.sql("update spending set cost_usd = 1 where tenant = :tenant")
                .param("tenant", tenant)
                .update();
        assertThatThrownBy(() -> embedding.requireBudget(provider, tenant))
                .isInstanceOf(PermanentFailure.class)
                .hasMessageStartingWith("budget_exceeded");
    }

    private Embedded embed(Embedder embedder) throws InterruptedException {
        return embedding.embed(TEXTS, embedder, () -> {});
    }

    private static Provider failing(EmbeddingFailure... failures) {
        return new Provider(new ArrayDeque<>(List.of(failures)));
    }

    private static EmbeddingFailure failure(boolean retryable, @Nullable Duration after) {
        return new EmbeddingFailure("It has failed.", retryable, after, null);
    }
}
