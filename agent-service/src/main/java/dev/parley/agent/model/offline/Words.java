package dev.parley.agent.model.offline;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lists of words, written as words. */
final class Words {
    private static final Pattern BLANK = Pattern.compile("\\s+");

    private Words() {}

    static Set<String> of(String words) {
        return BLANK.splitAsStream(words.strip()).collect(Collectors.toUnmodifiableSet());
    }
}
