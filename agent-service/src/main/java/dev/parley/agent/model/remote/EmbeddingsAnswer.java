package dev.parley.agent.model.remote;

import dev.parley.agent.embedding.Embedded;
import dev.parley.platform.messaging.WireJson;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@code /embeddings} answers with, as far as it matters. */
record EmbeddingsAnswer(@Nullable List<Item> data, @Nullable Usage usage) {
    record Item(int index, float @Nullable [] embedding) {}

    record Usage(int promptTokens) {}

    /** Empty when there is not one vector for each text. */
    static Optional<Embedded> read(byte[] json, int texts) {
        return Optional.ofNullable(WireJson.mapper().readValue(json, EmbeddingsAnswer.class))
                .flatMap(it -> it.embedded(texts));
    }

    private Optional<Embedded> embedded(int texts) {
        if (data == null || data.size() != texts) {
            return Optional.empty();
        }
        List<float[]> vectors = data.stream()
                .sorted(Comparator.comparingInt(Item::index))
                .map(it -> it.embedding() == null ? new float[0] : ofLengthOne(it.embedding()))
                .toList();
        int length = vectors.getFirst().length;
        return length == 0 || vectors.stream().anyMatch(it -> it.length != length)
                ? Optional.empty()
                : Optional.of(new Embedded(vectors, usage == null ? 0 : usage.promptTokens()));
    }

    /** Most servers send them so, and not all. */
    private static float[] ofLengthOne(float[] vector) {
        double square = 0;
        for (float part : vector) {
            square += part * part;
        }
        if (square == 0 || !Double.isFinite(square)) {
            return new float[0];
        }
        float length = (float) Math.sqrt(square);
        float[] one = new float[vector.length];
        for (int i = 0; i < one.length; i++) {
            one[i] = vector[i] / length;
        }
        return one;
    }
}
