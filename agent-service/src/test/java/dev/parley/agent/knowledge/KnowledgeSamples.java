package dev.parley.agent.knowledge;

import java.time.Duration;
import org.springframework.util.unit.DataSize;

final class KnowledgeSamples {
    private KnowledgeSamples() {}

    static KnowledgeSettings settings() {
        return new KnowledgeSettings(
                1, Duration.ofMinutes(1), 0.75, 100, 100, 1_000, VectorIndex.AUTO, DataSize.ofMegabytes(8));
    }
}
