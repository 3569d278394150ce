package dev.parley.simulator.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Cuts and counts text roughly as a tokenizer does. */
final class Tokens {
    /** A word with the blanks before it; blanks at the very end are a token of their own. */
    private static final Pattern WORD = Pattern.compile("\\s*\\S+|\\s+$");

    private static final int CHARACTERS_EACH = 4;
    private static final int EACH_MESSAGE = 3;

    private Tokens() {}

    /** Joined, they are the text again. */
    static List<String> of(String text) {
        return WORD.matcher(text).results().map(match -> match.group()).toList();
    }

    /** Pieces of a few characters; no character is cut in two. */
    static List<String> fragments(String text) {
        List<String> fragments = new ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            int most = Math.min(CHARACTERS_EACH, text.codePointCount(at, text.length()));
            int end = text.offsetByCodePoints(at, most);
            fragments.add(text.substring(at, end));
            at = end;
        }
        return fragments;
    }

    /** The prompt's tokens: a quarter of its characters and a few for each message. */
    static int prompt(ChatRequestView request) {
        int characters = request.messages().stream()
                .collect(Collectors.summingInt(message ->
                        message.text().length() + length(message.body().path("tool_calls"))));
        int tools = length(request.body().path("tools"));
        return (characters + tools) / CHARACTERS_EACH
                + EACH_MESSAGE * (request.messages().size() + 1);
    }

    static int estimate(String text) {
        return Math.ceilDiv(text.length(), CHARACTERS_EACH);
    }

    private static int length(JsonNode node) {
        return node.isEmpty() ? 0 : node.toString().length();
    }
}
