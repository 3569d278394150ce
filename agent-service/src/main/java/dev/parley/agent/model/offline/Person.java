package dev.parley.agent.model.offline;

import java.util.Map;
import java.util.regex.Pattern;

/** Says back what somebody said of himself: “my dog is called Rex” becomes “your dog is called Rex”. */
final class Person {
    private static final Map<String, String> SECOND = Map.ofEntries(
            Map.entry("i am", "you are"),
            Map.entry("i'm", "you are"),
            Map.entry("i’m", "you are"),
            Map.entry("i was", "you were"),
            Map.entry("am i", "are you"),
            Map.entry("i've", "you have"),
            Map.entry("i’ve", "you have"),
            Map.entry("i'd", "you would"),
            Map.entry("i’d", "you would"),
            Map.entry("i'll", "you will"),
            Map.entry("i’ll", "you will"),
            Map.entry("i", "you"),
            Map.entry("me", "you"),
            Map.entry("my", "your"),
            Map.entry("mine", "yours"),
            Map.entry("myself", "yourself"),
            Map.entry("we're", "you are"),
            Map.entry("we’re", "you are"),
            Map.entry("we", "you"),
            Map.entry("us", "you"),
            Map.entry("our", "your"),
            Map.entry("ours", "yours"));
    private static final Pattern FIRST = Pattern.compile(
            "\\b(?:i am|i was|am i|i['’](?:m|ve|d|ll)|we['’]re|i|me|my|mine|myself|we|us|ours?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OPENING = Pattern.compile(
            "^(?:(?:please\\s+)?(?:remember|note)(?:\\s+that)?|by the way|also|and|but|well|hello|hi|hey)[,:!]?\\s+",
            Pattern.CASE_INSENSITIVE);

    private Person() {}

    /** To the end of a sentence, without its full stop. */
    static String addressed(String statement) {
        String bare = OPENING.matcher(statement.strip()).replaceFirst("").replaceFirst("[.!]+$", "");
        return FIRST.matcher(bare).replaceAll(it -> SECOND.get(it.group().toLowerCase(java.util.Locale.ROOT)));
    }

    static String capitalised(String text) {
        return text.isEmpty()
                ? text
                : text.substring(0, text.offsetByCodePoints(0, 1)).toUpperCase(java.util.Locale.ROOT)
                        + text.substring(text.offsetByCodePoints(0, 1));
    }
}
