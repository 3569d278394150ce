package dev.parley.agent.model;

/**
 * How many tokens a text has, where nobody has counted: a token for every four letters of a word, at least one a word,
 * and one for every other visible character. Within a fifth of the usual tokenizers for European languages, and never zero
 * for a text that is not blank.
 */
public final class TokenEstimate {
    private static final int LETTERS_A_TOKEN = 4;

    private TokenEstimate() {}

    public static int of(String text) {
        int tokens = 0;
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                letters++;
                continue;
            }
            tokens += word(letters) + (Character.isWhitespace(c) ? 0 : 1);
            letters = 0;
        }
        return tokens + word(letters);
    }

    private static int word(int letters) {
        return (letters + LETTERS_A_TOKEN - 1) / LETTERS_A_TOKEN;
    }
}
