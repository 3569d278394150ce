package dev.parley.agent.knowledge;

import dev.parley.platform.settings.BadSetting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * @param concurrency how many documents are taken in at once in one replica
 * @param deadline how long that may take, with all tries
 * @param share how much of a processor's time each of them takes at the most, so that answers go on: 0…1
 * @param maxChunks of one document
 * @param maxDocuments of one owner ({@code MAX_DOCUMENTS_PER_USER})
 * @param maxOwnChunks of all documents of one owner, so that they can be searched within the time of an answer
 *     ({@code MAX_CHUNKS_PER_USER})
 * @param vectorIndex whether pgvector is used where the database has it ({@code VECTOR_INDEX})
 * @param cache how much memory the vectors of those who have asked last may take
 */
@ConfigurationProperties("parley.agent.knowledge")
record KnowledgeSettings(
        int concurrency,
        Duration deadline,
        double share,
        int maxChunks,
        int maxDocuments,
        int maxOwnChunks,
        VectorIndex vectorIndex,
        DataSize cache) {
    KnowledgeSettings {
        requirePositive("MAX_DOCUMENTS_PER_USER", maxDocuments);
        requirePositive("MAX_CHUNKS_PER_USER", maxOwnChunks);
    }

    private static void requirePositive(String variable, int value) {
        if (value < 1) {
            throw BadSetting.value(variable, Integer.toString(value), "a whole number from 1");
        }
    }
}
