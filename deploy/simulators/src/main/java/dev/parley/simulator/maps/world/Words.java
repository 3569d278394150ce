package dev.parley.simulator.maps.world;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts made comparable: lower case, no accents, one blank between words. */
public final class Words {
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Words() {}

    public static String of(String text) {
        String plain =
                ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        String lower = plain.toLowerCase(Locale.ROOT).replace("ß", "ss");
        return BETWEEN.matcher(lower).replaceAll(" ").strip();
    }

    /** Whether a text contains a phrase, both as {@link #of} makes them, as whole words. */
    public static boolean contains(String text, String phrase) {
        return (" " + text + " ").contains(" " + phrase + " ");
    }

    /** The text without the phrase. */
    public static String without(String text, String phrase) {
        return (" " + text + " ").replace(" " + phrase + " ", " ").strip();
    }
}
