package dev.parley.agent.prompt;

import dev.parley.platform.settings.BadSetting;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A text with variables, <code>{{name}}</code>, of which it is known that they are there and that there are no others. */
record PromptTemplate(String version, String text, boolean answersMayBeKept) {
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");
    private static final int LONGEST = 64_000;

    /**
     * @param file what to name when it is wrong
     * @throws BadSetting for a text without anything, too long, or with other variables than the prompt has
     */
    static PromptTemplate checked(PromptKind kind, String version, String file, String text) {
        FrontMatter front = FrontMatter.of(file, text);
        String stripped = front.text().strip();
        require(!stripped.isEmpty() && stripped.length() <= LONGEST, file, "a text of 1 to " + LONGEST + " characters");
        Set<String> used = VARIABLE.matcher(stripped)
                .results()
                .map(it -> it.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        for (String variable : used) {
            boolean known =
                    kind.required().contains(variable) || kind.optional().contains(variable);
            require(known, file, "a text without the variable {{" + variable + "}}, which there is not");
        }
        for (String variable : kind.required()) {
            require(used.contains(variable), file, "a text with the variable {{" + variable + "}}");
        }
        return new PromptTemplate(version, stripped, front.answersMayBeKept());
    }

    private static void require(boolean fulfilled, String file, String accepts) {
        if (!fulfilled) {
            throw BadSetting.value(Prompts.FOLDER, file, accepts);
        }
    }

    /** @param values of all variables that the prompt has */
    Prompt with(Map<String, String> values) {
        String filled = VARIABLE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "")));
        return new Prompt(version, filled, answersMayBeKept);
    }
}
