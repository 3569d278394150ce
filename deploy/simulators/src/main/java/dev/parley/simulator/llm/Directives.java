package dev.parley.simulator.llm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The directives of a text, from left to right, and the text without them. Other text in double brackets stays text. */
record Directives(List<Directive> all, String plainText) {
    private static final Set<String> NAMES =
            Set.of("say", "echo", "tokens", "pace", "tool", "then", "error", "stall", "cut", "garbage", "finish");
    private static final Pattern START = Pattern.compile("\\[\\[([a-z]+)(?::|(?=]]))");
    private static final Pattern BLANK = Pattern.compile("\\s+");
    private static final String END = "]]";

    static Directives in(String text) {
        List<Directive> found = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        Matcher start = START.matcher(text);
        int at = 0;
        while (start.find(at)) {
            int end = NAMES.contains(start.group(1)) ? end(text, start.end()) : -1;
            plain.append(text, at, end < 0 ? start.end() : start.start());
            if (end >= 0) {
                found.add(directive(
                        start.group(1), text.substring(start.end(), end).strip()));
            }
            at = end < 0 ? start.end() : end + END.length();
        }
        return new Directives(
                List.copyOf(found),
                plain.append(text, at, text.length()).toString().strip());
    }

    boolean none() {
        return all.isEmpty();
    }

    /** Brackets inside of JSON do not end a directive. */
    private static int end(String text, int from) {
        int depth = 0;
        boolean quoted = false;
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            if (depth > 0 && c == '"' && text.charAt(at - 1) != '\\') {
                quoted = !quoted;
            }
            depth += quoted ? 0 : nesting(c);
            if (depth <= 0 && text.startsWith(END, at)) {
                return at;
            }
        }
        return text.indexOf(END, from);
    }

    private static int nesting(char c) {
        return switch (c) {
            case '{' -> 1;
            case '}' -> -1;
            default -> 0;
        };
    }

    private static Directive directive(String name, String body) {
        return switch (name) {
            case "say" -> new Directive(name, body, Map.of());
            case "tool" -> tool(body);
            default -> withOptions(name, body);
        };
    }

    private static Directive tool(String body) {
        String[] parts = BLANK.split(body, 2);
        return new Directive("tool", parts[0], Map.of("arguments", parts.length == 2 ? parts[1] : "{}"));
    }

    private static Directive withOptions(String name, String body) {
        String argument = "";
        Map<String, String> options = new HashMap<>();
        for (String word : BLANK.split(body, -1)) {
            int equals = word.indexOf('=');
            if (equals < 0) {
                argument = word;
            } else {
                options.put(word.substring(0, equals), word.substring(equals + 1));
            }
        }
        return new Directive(name, argument, Map.copyOf(options));
    }
}
