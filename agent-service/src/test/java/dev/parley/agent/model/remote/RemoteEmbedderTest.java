package dev.parley.agent.model.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.agent.embedding.Embedded;
import dev.parley.agent.embedding.Embedder;
import dev.parley.agent.embedding.EmbeddingFailure;
import dev.parley.simulator.llm.LlmSimulator;
import dev.parley.simulator.llm.Script;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.StandardEnvironment;

class RemoteEmbedderTest {
    private static final Account NONE = new Account("", "", "");

    private final LlmSimulator simulator = LlmSimulator.start();
    private final RemoteEmbedders embedders = embedders("a-key", simulator.baseUrl());

    @AfterEach
    void close() {
        embedders.close();
        simulator.close();
    }

    @Test
    void texts_are_sent_together_and_have_vectors_of_length_one_in_their_order() {
        Embedder embedder = embedder(embedders);

        Embedded embedded =
                embedder.embedAll(List.of("a cafe in Berlin", "the cafe of Berlin", "quarterly tax report"));

        assertThat(embedder.isRemote()).isTrue();
        assertThat(embedded.tokens()).isPositive();
        assertThat(product(embedded, 0, 0)).isBetween(0.999, 1.001);
        assertThat(product(embedded, 0, 1)).isGreaterThan(product(embedded, 0, 2) + 0.2);
        assertThat(embedder.embed("the cafe of Berlin"))
                .isEqualTo(embedded.vectors().get(1));
        assertThat(simulator.embeddingRequests()).hasSize(2);
        assertThat(simulator.embeddingRequests().getFirst().path("model").asString())
                .isEqualTo("text-embedding-3-small");
    }

    @Test
    void a_text_that_is_too_long_is_cut() {
        assertThat(embedder(embedders).embed("long ".repeat(100_000))).hasSize(1536);
        assertThat(simulator
                        .embeddingRequests()
                        .getFirst()
                        .path("input")
                        .path(0)
                        .asString())
                .hasSizeLessThan(10_000);
    }

    @Test
    void why_there_are_none_is_told_with_whether_they_may_come() {
        simulator.failEmbeddings(Script.fail(429).times(1).retryAfter(Duration.ofSeconds(7)));
        EmbeddingFailure limited = failure(embedder(embedders));
        simulator.failEmbeddings(Script.fail(503).times(1));
        EmbeddingFailure down = failure(embedder(embedders));
        simulator.failEmbeddings(Script.fail(404).times(1));
        EmbeddingFailure unknown = failure(embedder(embedders));
        EmbeddingFailure unreachable = failure(embedder(embedders("k", "http://127.0.0.1:1/v1")));

        assertThat(limited.retryable()).isTrue();
        assertThat(limited.retryAfter()).isEqualTo(Duration.ofSeconds(7));
        assertThat(down.retryable()).isTrue();
        assertThat(unknown.retryable()).isFalse();
        assertThat(unknown.detail()).contains("no such model");
        assertThat(unreachable.retryable()).isTrue();
        assertThat(unreachable.detail()).contains("cannot be reached");
    }

    @Test
    void a_key_that_is_refused_is_not_told() {
        assertThatThrownBy(() -> embedder(embedders("invalid-secret", simulator.baseUrl()))
                        .embed("x"))
                .isInstanceOfSatisfying(
                        EmbeddingFailure.class, e -> assertThat(e.retryable()).isFalse())
                .hasMessageNotContaining("secret");
    }

    @Test
    void only_who_speaks_as_openai_does_has_any() {
        assertThat(embedders.find("anthropic:x")).isEmpty();
        assertThat(embedders.find("openai:")).isEmpty();
        assertThat(embedders.find("all-minilm-l6-v2-q")).isEmpty();
    }

    private static EmbeddingFailure failure(Embedder embedder) {
        try {
            embedder.embed("x");
            throw new AssertionError("it has not failed");
        } catch (EmbeddingFailure e) {
            return e;
        }
    }

    private static Embedder embedder(RemoteEmbedders embedders) {
        return embedders.find("openai:text-embedding-3-small").orElseThrow();
    }

    private static RemoteEmbedders embedders(String key, String url) {
        return new RemoteEmbedders(
                new RemoteSettings(new Account(key, url, ""), new Account("k", "", ""), NONE, NONE, NONE, NONE, ""),
                new StandardEnvironment());
    }

    private static double product(Embedded embedded, int one, int other) {
        double product = 0;
        for (int i = 0; i < embedded.vectors().get(one).length; i++) {
            product += embedded.vectors().get(one)[i] * embedded.vectors().get(other)[i];
        }
        return product;
    }
}
