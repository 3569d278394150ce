package dev.parley.agent.model.offline;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How far and how many: “within 2 km”, “the top three”. */
final class NumberPhrase {
    private static final Pattern DISTANCE = Pattern.compile(
            "\\b(\\d{1,6}(?:[.,]\\d{1,2})?)\\s*(km|kilomet(?:er|re)s?|m|met(?:er|re)s?|mi|miles?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final String COUNT = "(\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)";
    private static final Pattern MANY = Pattern.compile(
            "\\b(?:top|best|first|up to|at most)\\s+" + COUNT + "\\b(?!\\s*(?:km|m|mi|kilo|met|mile))"
                    + "|\\b(?:find|show|list|suggest|recommend|give|name)\\s+(?:me\\s+|us\\s+)?" + COUNT
                    + "\\b|\\b" + COUNT
                    + "\\s+(?:candidates|options|places|suggestions|locations|neighbou?rhoods|results)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final List<String> WORDS =
            List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");
    private static final double MILE_M = 1_609.344;

    private NumberPhrase() {}

    static @Nullable Integer metres(String text) {
        Matcher matcher = DISTANCE.matcher(text);
        if (!matcher.find()) {
            return null;
        }
        double value = Double.parseDouble(matcher.group(1).replace(',', '.'));
        String unit = matcher.group(2).toLowerCase(Locale.ROOT);
        return (int) Math.round(value * (unit.startsWith("k") ? 1_000 : unit.startsWith("mi") ? MILE_M : 1));
    }

    static @Nullable Integer count(String text) {
        Matcher matcher = MANY.matcher(text);
        if (!matcher.find()) {
            return null;
        }
        String number = matcher.group(1) != null
                ? matcher.group(1)
                : matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
        int word = WORDS.indexOf(number.toLowerCase(Locale.ROOT));
        return word >= 0 ? Integer.valueOf(word) : Integer.valueOf(number);
    }
}
