package dev.parley.agent.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/** The words of a question that documents can be searched for. */
final class QueryWords {
    private static final int MOST = 12;
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<String> EVERYWHERE = load();

    private QueryWords() {}

    static Set<String> of(String query) {
        return BETWEEN.splitAsStream(query.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty() && !EVERYWHERE.contains(word))
                .limit(MOST)
                .collect(LinkedHashSet::new, Set::add, Set::addAll);
    }

    private static Set<String> load() {
        try {
            String words = new ClassPathResource("knowledge/stop-words.txt").getContentAsString(StandardCharsets.UTF_8);
            return Set.copyOf(new LinkedHashSet<>(List.of(words.strip().split("\\s+"))));
        } catch (IOException e) {
            throw new UncheckedIOException("The words that are everywhere cannot be read", e);
        }
    }
}
