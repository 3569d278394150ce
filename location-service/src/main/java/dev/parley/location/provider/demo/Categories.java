package dev.parley.location.provider.demo;

import dev.parley.location.place.Folding;
import dev.parley.location.provider.Row;
import dev.parley.location.provider.TabbedResource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Understands kinds of places in people's words: {@code coffee bars} is {@code cafe}. */
final class Categories {
    private static final String ANY = "*";
    private static final int LONGEST_PHRASE = 4;

    private final Set<String> all = new LinkedHashSet<>();
    private final Map<String, String> phrases = new HashMap<>();

    Categories() {
        TabbedResource.read("/demo/categories.tsv").forEach(this::add);
        all.remove(ANY);
    }

    private void add(Row row) {
        String category = row.text(0);
        all.add(category);
        row.list(1, "|").forEach(phrase -> phrases.put(phrase, category));
        phrases.putIfAbsent(Folding.fold(category), category);
    }

    Set<String> all() {
        return Set.copyOf(all);
    }

    /** From left to right, the longest phrase first, so that a coffee bar is no bar. */
    Wanted understand(String what) {
        List<String> words = Folding.words(what);
        Set<String> categories = new LinkedHashSet<>();
        List<String> others = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            int length = longestPhrase(words, at);
            if (length == 0) {
                others.add(words.get(at));
                at++;
            } else {
                categories.addAll(categoriesOf(words.subList(at, at + length)));
                at += length;
            }
        }
        return new Wanted(categories, others);
    }

    private int longestPhrase(List<String> words, int at) {
        int length = Math.min(LONGEST_PHRASE, words.size() - at);
        while (length > 0 && categoryOf(words.subList(at, at + length)) == null) {
            length--;
        }
        return length;
    }

    private Set<String> categoriesOf(List<String> phrase) {
        String category = categoryOf(phrase);
        return category == null || category.equals(ANY) ? all : Set.of(category);
    }

    private @Nullable String categoryOf(List<String> phrase) {
        return singulars(String.join(" ", phrase))
                .filter(phrases::containsKey)
                .findFirst()
                .map(phrases::get)
                .orElse(null);
    }

    private static Stream<String> singulars(String phrase) {
        Stream.Builder<String> singulars = Stream.<String>builder().add(phrase);
        if (phrase.endsWith("ies")) {
            singulars.add(phrase.substring(0, phrase.length() - 3) + "y");
        }
        if (phrase.endsWith("es")) {
            singulars.add(phrase.substring(0, phrase.length() - 2));
        }
        if (phrase.endsWith("s")) {
            singulars.add(phrase.substring(0, phrase.length() - 1));
        }
        return singulars.build();
    }
}
