package dev.parley.agent.model.offline;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds among what was said earlier what bears on a question. */
final class Memories {
    private static final Set<String> EVERYWHERE = Words.of("""
            the and what which when where who how does did name called was were has have had for with about not
            can you your tell told remember know
            """);

    private static final double AS_NEAR = 0.25;

    private final Embeddings embeddings;

    Memories(Embeddings embeddings) {
        this.embeddings = embeddings;
    }

    /** @param named what both the statement and the question name */
    record Memory(String statement, double similarity, Set<String> named) {}

    /** Nearest first; but of those that name the same things the newest, since it may correct the others. */
    List<Memory> nearest(String question, List<String> statements) {
        float[] wanted = embeddings.of(question);
        List<Memory> nearest = statements.reversed().stream()
                .distinct()
                .map(it -> new Memory(it, Embeddings.similarity(wanted, embeddings.of(it)), named(question, it)))
                .sorted(Comparator.comparingDouble(Memory::similarity).reversed())
                .toList();
        return newestFirst(nearest, statements);
    }

    private static List<Memory> newestFirst(List<Memory> nearest, List<String> statements) {
        if (nearest.isEmpty() || nearest.getFirst().named().isEmpty()) {
            return nearest;
        }
        Memory best = nearest.getFirst();
        Memory newest = nearest.stream()
                .filter(it -> it.named().equals(best.named()) && it.similarity() > best.similarity() - AS_NEAR)
                .max(Comparator.comparingInt(it -> statements.lastIndexOf(it.statement())))
                .orElse(best);
        return Stream.concat(Stream.of(newest), nearest.stream().filter(it -> !it.equals(newest)))
                .toList();
    }

    private static Set<String> named(String question, String statement) {
        Set<String> words = words(question);
        words.retainAll(words(statement));
        return words;
    }

    private static Set<String> words(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(it -> it.length() > 2 && !EVERYWHERE.contains(it))
                .collect(Collectors.toSet());
    }
}
