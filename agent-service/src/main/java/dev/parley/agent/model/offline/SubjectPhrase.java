package dev.parley.agent.model.offline;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What somebody wants to open or find: “a coffee bar”, “bakeries”. */
final class SubjectPhrase {
    private static final String ARTICLE =
            "(?:(?:a|an|the|my|our|your|another|some|any|one|two|three|few|more|four|five|six|seven|eight|nine"
                    + "|ten|top|first|second|other|different|\\d{1,3}|new|own|good|great"
                    + "|best|better|nice|nearest|closest|cheap|cheapest|small|little|big|decent|popular|me|us|up|out|for|of)\\s+)*";
    private static final String SUBJECT =
            "(?<s>[\\p{L}][\\p{L}\\p{M}\\d'’&-]*(?:\\s+[\\p{L}\\d][\\p{L}\\p{M}\\d'’&-]*)*?)";
    private static final String STOP =
            "(?=\\s*(?:[,.;:!?()]|$)|\\s+(?:in|near|around|at|with|within|for|that|which|where|so|and|or|but|please|there|next"
                    + "|because|are|is|by|from|to|on|close|nearby|here|would|could|should|can|do|does|if|somewhere|not)\\b)";
    private static final List<Pattern> PATTERNS = List.of(
            pattern(
                    "\\b(?:open|start|launch|set(?:ting)?\\s+up|put|putting|plac(?:e|ing)|locat(?:e|ing)|build|run|running"
                            + "|establish|mov(?:e|ing)|relocat(?:e|ing)|expand)(?:ing)?\\s+"),
            pattern(
                    "\\b(?:location|place|spot|site|premises|area|neighbou?rhood|district|part|street|city)s?\\s+for\\s+"),
            pattern(
                    "\\b(?:find|search|show|list|look|looking|recommend|suggest|scout)\\s+(?:for\\s+|me\\s+|us\\s+|out\\s+)*"
                            + "(?:locations?\\s+for\\s+)?"),
            pattern(
                    "\\b(?:there|where\\s+(?:is|are)|nearest|closest|any|some|get|buy|need|want|have|visit|know|what|which)\\s+"));
    private static final Set<String> NO_SUBJECT = Words.of("""
            place places location locations something it one business spot site area thing things somewhere
            anything please look
            """);
    private static final Pattern NO_BEGIN = Pattern.compile(
            "(?:can|do|does|did|should|would|could|will|is|are|was|you|i|he|she|we|they|this|that|there|to|and|what|about)\\b.*");
    private static final int LONGEST_FRAGMENT = 3;

    private SubjectPhrase() {}

    private static Pattern pattern(String before) {
        return Pattern.compile(before + ARTICLE + SUBJECT + STOP, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** The subject of a text, in the singular; null when it has none. */
    static @Nullable String find(String text) {
        AreaPhrase area = AreaPhrase.find(text);
        String rest = area == null ? text : area.removedFrom(text);
        for (Pattern pattern : PATTERNS) {
            String found = first(pattern.matcher(rest));
            if (found != null) {
                return found;
            }
        }
        return fragment(rest);
    }

    private static @Nullable String first(Matcher matcher) {
        while (matcher.find()) {
            String subject = cleaned(matcher.group("s"));
            if (isSubject(subject)) {
                return subject;
            }
        }
        return null;
    }

    /** A few words and nothing else are a subject: “bakeries near Paris”. */
    private static @Nullable String fragment(String rest) {
        String subject = cleaned(rest.replaceAll("[?.!,]+", " ").strip());
        return isSubject(subject) && subject.split("\\s+").length <= LONGEST_FRAGMENT ? subject : null;
    }

    private static boolean isSubject(String subject) {
        return !subject.isEmpty()
                && !NO_SUBJECT.contains(subject)
                && !NO_BEGIN.matcher(subject).matches();
    }

    /** A subject without what surrounds it, in the singular. */
    static String cleaned(String subject) {
        String bare = subject.toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .replaceFirst("^" + ARTICLE, "")
                .replaceFirst("\\s+(?:there|here|nearby|around|open|please)$", "")
                .strip();
        return singular(bare);
    }

    private static String singular(String subject) {
        if (subject.endsWith("ies") && subject.length() > 4) {
            return subject.substring(0, subject.length() - 3) + "y";
        }
        if (subject.matches(".*(?:sh|ch|x|ss)es")) {
            return subject.substring(0, subject.length() - 2);
        }
        return subject.matches(".*[^su]s") ? subject.substring(0, subject.length() - 1) : subject;
    }
}
