package dev.parley.agent.model.offline;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds among what was said earlier what bears on a question. */
final class Memories {
    private static final Set<String> EVERYWHERE = Set.of(
            "the", "and", "what", "which", "when", "where", "who", "how", "does", "did", "name", "called", "was", "were", "has",
            "have", "had", "for", "with", "about", "not", "can", "you", "your", "tell", "told", "remember", "know");

    private final Embeddings embeddings;

    Memories(Embeddings embeddings) {
        this.embeddings = embeddings;
    }

    /** @param named whether the statement names something that the question names */
    record Memory(String statement, double similarity, boolean named) {}

    /** Nearest first; of equally near ones the newer, since it may correct the older. */
    List<Memory> nearest(String question, List<String> statements) {
        float[] wanted = embeddings.of(question);
        return statements.reversed().stream()
                .distinct()
                .map(it -> new Memory(it, Embeddings.similarity(wanted, embeddings.of(it)), named(question, it)))
                .sorted(Comparator.comparingDouble(Memory::similarity).reversed())
                .toList();
    }

    private static boolean named(String question, String statement) {
        Set<String> words = words(question);
        words.retainAll(words(statement));
        return !words.isEmpty();
    }

    private static Set<String> words(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(it -> it.length() > 2 && !EVERYWHERE.contains(it))
                .collect(Collectors.toSet());
    }
}
