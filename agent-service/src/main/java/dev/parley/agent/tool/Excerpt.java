package dev.parley.agent.tool;

/** The beginning of a text, without half a character at its end. */
public final class Excerpt {
    private Excerpt() {}

    /** @param most characters; a shorter text is whole */
    public static String of(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        boolean halved = most > 0 && Character.isHighSurrogate(text.charAt(most - 1));
        return text.substring(0, halved ? most - 1 : most);
    }
}
