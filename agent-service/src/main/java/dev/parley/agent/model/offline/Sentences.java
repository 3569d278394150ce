package dev.parley.agent.model.offline;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What kind of sentences a text has. */
final class Sentences {
    private static final Pattern END = Pattern.compile("(?<=[.!?…])\\s+|\\R+");
    private static final Pattern ASKS = Pattern.compile(
            "^(?:who|what|whats|where|wheres|when|why|how|which|whose|is|are|am|was|were|do|does|did|can|could|would|will"
                    + "|should|shall|may|have i|has)\\b.*");
    private static final Pattern ORDERS = Pattern.compile(
            "^(?:please\\s+)?(?:find|show|list|tell|give|search|look|recommend|suggest|open|write|explain|help|make|plan"
                    + "|compare|translate|summari[sz]e|calculate|say|repeat|scout|choose|create|describe)\\b.*");
    private static final Pattern TELLS = Pattern.compile(
            "\\b(?:my|our)\\b|\\bi(?:'m|’m|'ve|’ve|\\s+(?:am|have|had|live|work|like|love|hate|prefer|was|own|study|come|need"
                    + "|use|play|speak|eat|drink|drive|run|grew|moved))\\b|\\b(?:remember|note)\\b|\\bcall me\\b"
                    + "|\\bwe(?:'re|’re|\\s+(?:are|have|live|own|run|need))\\b");
    private static final Pattern OWN = Pattern.compile(
            "\\b(?:i|i'm|i’m|me|my|mine|myself|we|us|our|ich|mein\\w*|mich|mir|je|mon|ma|mes|moi|yo|mi|mis|me llamo)\\b");

    private Sentences() {}

    static List<String> of(String text) {
        return Stream.of(END.split(text.strip()))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList();
    }

    static boolean isQuestion(String sentence) {
        return sentence.endsWith("?") || ASKS.matcher(lower(sentence)).matches();
    }

    /** A sentence from which one learns something: no question, no order, no exclamation. */
    static boolean isStatement(String sentence) {
        return !isQuestion(sentence)
                && !ORDERS.matcher(lower(sentence)).matches()
                && sentence.split("\\s+").length >= 3;
    }

    /** A statement of the speaker about himself. */
    static boolean tellsOfSelf(String sentence) {
        return isStatement(sentence) && TELLS.matcher(lower(sentence)).find();
    }

    /** Whether it is about the speaker. */
    static boolean isAboutSelf(String sentence) {
        return OWN.matcher(lower(sentence)).find();
    }

    private static String lower(String sentence) {
        return sentence.toLowerCase(Locale.ROOT);
    }
}
