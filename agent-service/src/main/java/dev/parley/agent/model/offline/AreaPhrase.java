package dev.parley.agent.model.offline;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where, in words: “in Berlin”, “around Alexanderplatz in Berlin”, “near new york city”.
 *
 * @param name the area alone
 * @param start where the phrase begins, with its preposition
 * @param end where it ends
 */
record AreaPhrase(String name, int start, int end) {
    private static final String WORD = "[\\p{L}][\\p{L}\\p{M}'’.-]*";
    private static final String CAPITAL = "\\p{Lu}[\\p{L}\\p{M}'’-]*(?:\\.(?=\\s\\p{Lu}))?";
    private static final String NAMED =
            CAPITAL + "(?:[ -](?:(?:de|do|da|dos|del|la|le|les|los|las|am|an der|upon|di|der|den|el|al|sur)[ -])?"
                    + CAPITAL + ")*";
    private static final String PART =
            "(?:the\\s+)?(?:(?:city\\s+|town\\s+|historic\\s+|old\\s+)?(?:cent(?:re|er)|middle"
                    + "|heart|area|city|town|north|south|east|west|outskirts|neighbou?rhoods?|district|part|side|suburbs)"
                    + "\\s+(?:of|around|in)\\s+)?";
    private static final String WHERE =
            "(?:in|near|around|at|close to|next to|nearby|inside|outside|by|across|bei|nahe|um"
                    + "|à|en|dans|près de|cerca de|vers|(?<=\\b(?:m|km|mi|miles|kilomet(?:er|re)s|met(?:er|re)s)\\s)of"
                    + "|(?<=\\b(?:area|part|district|side|neighbou?rhoods?|quarter)\\s)of)";
    private static final Pattern CAPITALISED = Pattern.compile(
            "\\b(?iu:" + WHERE + ")\\s+(?iu:" + PART + ")(" + NAMED + "(?:(?:,\\s*|\\s+in\\s+)" + NAMED + "){0,2})");
    private static final String STOP =
            "(?:with|within|for|please|that|which|who|and|or|but|so|if|is|are|do|does|should|would"
                    + "|could|can|to|from|on|open|now|today|tomorrow|next|because|where|what|near|around|in|at|by|of|my|i|we|you|up)";
    private static final Pattern LOWER = Pattern.compile("\\b(?iu:" + WHERE + ")\\s+(?iu:" + PART + ")((?!" + STOP
            + "\\b)" + WORD + "(?:\\s+(?!" + STOP + "\\b)" + WORD + "){0,2})");
    private static final Pattern TRAILING = Pattern.compile(
            "^(?:(?!(?:are|is|am|you|i|who|what|how|the|a|an|to|for|me|my|about|of|do|does|call|called|speak|use|and"
                    + "|or)\\b)\\p{Ll}+\\s){1,3}(" + NAMED + ")\\s*[?.!]*$",
            Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern NAME_ALONE = Pattern.compile(NAMED + "(?:,\\s*" + NAMED + "){0,2}");
    private static final Set<String> NO_AREA = Words.of("""
            a an the my our your me here there this that these it us mind general order time case fact town
            advance detail short touch love bed need particular common english german french spanish january
            february march april may june july august september october november december monday tuesday
            wednesday thursday friday saturday sunday christmas easter spring summer autumn winter night noon
            home work school once least all first last some any no i yes ok okay sure great nice cool wow
            perfect well hm hmm please thanks help stop sorry why what who how really hello hi
            """);

    /** The area that a text names; null when it names none. */
    static @Nullable AreaPhrase find(String text) {
        AreaPhrase capitalised = last(CAPITALISED.matcher(text));
        if (capitalised != null) {
            return capitalised;
        }
        AreaPhrase lower = last(LOWER.matcher(text));
        return lower != null ? lower : last(TRAILING.matcher(text));
    }

    private static @Nullable AreaPhrase last(Matcher matcher) {
        AreaPhrase last = null;
        while (matcher.find()) {
            String name = matcher.group(1);
            if (!NO_AREA.contains(firstWord(name))) {
                last = new AreaPhrase(
                        name.replaceAll("\\s+in\\s+", ", ").replaceAll("\\s+", " "), startOf(matcher), matcher.end(1));
            }
        }
        return last;
    }

    /** A name without a preposition begins where it begins. */
    private static int startOf(Matcher matcher) {
        return matcher.pattern() == TRAILING ? matcher.start(1) : matcher.start();
    }

    private static String firstWord(String name) {
        return name.toLowerCase(Locale.ROOT).split("[\\s,]", 2)[0];
    }

    /** Whether a text is nothing but a name: “Lyon”, “Austin, TX”. */
    static boolean isName(String text) {
        return NAME_ALONE.matcher(text).matches() && !NO_AREA.contains(firstWord(text));
    }

    /** The text with any area in place of this one. */
    String masked(String text) {
        return text.substring(0, start) + "in the city" + text.substring(end);
    }

    /** The text without this phrase. */
    String removedFrom(String text) {
        return (text.substring(0, start).strip() + " " + text.substring(end).strip()).strip();
    }
}
