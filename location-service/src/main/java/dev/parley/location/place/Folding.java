package dev.parley.location.place;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Makes texts equal that people take for the same: case, accents, punctuation and spacing do not count. */
public final class Folding {
    private static final String APOSTROPHES = "'’‘ʻʼ`´";
    // Letters that are not a plain letter with a mark on it, so that normalising does not take them apart.
    private static final Map<Integer, String> LETTERS = Map.ofEntries(
            Map.entry((int) 'ß', "ss"),
            Map.entry((int) 'æ', "ae"),
            Map.entry((int) 'œ', "oe"),
            Map.entry((int) 'ø', "o"),
            Map.entry((int) 'đ', "d"),
            Map.entry((int) 'ð', "d"),
            Map.entry((int) 'þ', "th"),
            Map.entry((int) 'ł', "l"),
            Map.entry((int) 'ħ', "h"),
            Map.entry((int) 'ı', "i"));
    private static final Map<String, String> SPELLED_OUT =
            Map.of("ä", "ae", "ö", "oe", "ü", "ue", "ø", "oe", "Ä", "Ae", "Ö", "Oe", "Ü", "Ue", "Ø", "Oe");

    private Folding() {}

    /** Lower-case words of letters and digits, one space between them; empty when there is none. */
    public static String fold(String text) {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(lower.length());
        for (int at = 0; at < lower.length(); at += Character.charCount(lower.codePointAt(at))) {
            append(folded, lower.codePointAt(at));
        }
        int end = folded.length();
        return folded.substring(0, end > 0 && folded.charAt(end - 1) == ' ' ? end - 1 : end);
    }

    public static List<String> words(String text) {
        String folded = fold(text);
        return folded.isEmpty() ? List.of() : List.of(folded.split(" ", -1));
    }

    /** All that people type for a name: {@code München} is {@code munchen} and {@code muenchen}. */
    public static Set<String> spellings(String name) {
        String folded = fold(name);
        if (folded.isEmpty()) {
            return Set.of();
        }
        String spelledOut = fold(spellOut(Normalizer.normalize(name, Normalizer.Form.NFC)));
        return new LinkedHashSet<>(List.of(folded, spelledOut));
    }

    private static String spellOut(String composed) {
        String spelledOut = composed;
        for (Map.Entry<String, String> umlaut : SPELLED_OUT.entrySet()) {
            spelledOut = spelledOut.replace(umlaut.getKey(), umlaut.getValue());
        }
        return spelledOut;
    }

    private static void append(StringBuilder folded, int letter) {
        if (isSilent(letter)) {
            return;
        }
        if (Character.isLetterOrDigit(letter)) {
            appendLetter(folded, letter);
        } else if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
            folded.append(' ');
        }
    }

    private static void appendLetter(StringBuilder folded, int letter) {
        String replacement = letter < 128 ? null : LETTERS.get(letter);
        if (replacement == null) {
            folded.appendCodePoint(letter);
        } else {
            folded.append(replacement);
        }
    }

    private static boolean isSilent(int letter) {
        return Character.getType(letter) == Character.NON_SPACING_MARK || APOSTROPHES.indexOf(letter) >= 0;
    }
}
