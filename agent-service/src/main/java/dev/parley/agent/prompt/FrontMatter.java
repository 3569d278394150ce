package dev.parley.agent.prompt;

import dev.parley.platform.settings.BadSetting;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a prompt says of itself, in front of its text and between two lines of {@code ---}.
 *
 * @param answersMayBeKept {@code cache_answers: true}: equal questions of one owner get the same answer for a while
 * @param text the rest
 */
record FrontMatter(boolean answersMayBeKept, String text) {
    private static final Pattern FRONT =
            Pattern.compile("\\A---[ \\t]*\\R(.*?)^---[ \\t]*$\\R?", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern CACHE_ANSWERS = Pattern.compile("cache_answers\\s*:\\s*(true|false)");

    /**
     * Nothing is said where there is none.
     *
     * @throws BadSetting for anything else that it says
     */
    static FrontMatter of(String file, String whole) {
        Matcher front = FRONT.matcher(whole);
        if (!front.find()) {
            return new FrontMatter(false, whole);
        }
        boolean kept = false;
        for (String line : front.group(1).lines().map(String::strip).toList()) {
            Matcher said = CACHE_ANSWERS.matcher(line);
            if (said.matches()) {
                kept = said.group(1).equals("true");
            } else if (!line.isEmpty()) {
                throw BadSetting.value(
                        Prompts.FOLDER, file, "between the lines of --- nothing but cache_answers: true");
            }
        }
        return new FrontMatter(kept, whole.substring(front.end()));
    }
}
