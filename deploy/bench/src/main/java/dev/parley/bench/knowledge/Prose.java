package dev.parley.bench.knowledge;

import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Text about nothing: few words often and many seldom, as in any language, and one in every sentence. For one thread. */
final class Prose {
    private static final String EVERYWHERE = "report";
    private static final String[] SYLLABLES = {
        "ka", "lo", "mi", "ne", "ra", "so", "ti", "vu", "bel", "dor", "fan", "gir"
    };
    private static final int VOCABULARY = 20_000;
    private static final int SKEW = 4;
    private static final int WORDS_A_SENTENCE = 12;
    private static final int SENTENCES_A_PARAGRAPH = 6;

    private final SplittableRandom random;

    Prose(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Paragraphs are about as long as a chunk. */
    String paragraphs(int count) {
        return IntStream.range(0, count).mapToObj(_ -> paragraph()).collect(Collectors.joining("\n\n"));
    }

    String question() {
        return EVERYWHERE + " " + words(5) + "?";
    }

    private String paragraph() {
        return IntStream.range(0, SENTENCES_A_PARAGRAPH)
                .mapToObj(_ -> "The " + EVERYWHERE + " " + words(WORDS_A_SENTENCE) + ".")
                .collect(Collectors.joining(" "));
    }

    private String words(int count) {
        return IntStream.range(0, count).mapToObj(_ -> word()).collect(Collectors.joining(" "));
    }

    private String word() {
        int rank = (int) (VOCABULARY * Math.pow(random.nextDouble(), SKEW));
        StringBuilder word = new StringBuilder();
        for (int rest = rank + SYLLABLES.length; rest > 0; rest /= SYLLABLES.length) {
            word.append(SYLLABLES[rest % SYLLABLES.length]);
        }
        return word.toString();
    }
}
