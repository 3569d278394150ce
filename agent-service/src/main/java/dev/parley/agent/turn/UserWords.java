package dev.parley.agent.turn;

import dev.parley.platform.messaging.WireJson;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What a user has said, word by word. */
record UserWords(List<String> words) {
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");
    /** What stands around words, and not what begins a number. */
    private static final Pattern AROUND = Pattern.compile("^[\\p{P}&&[^-#@]]+|[\\p{P}&&[^%]]+$");

    static UserWords of(String text) {
        return new UserWords(split(text));
    }

    /**
     * Whether these arguments of a call are said here: each text and number of theirs as words that follow each other. A flag or
     * an object is not something that one says.
     */
    boolean haveAll(String arguments) {
        try {
            JsonNode json = WireJson.mapper().readTree(arguments.isBlank() ? "{}" : arguments);
            return json.isObject() && json.valueStream().allMatch(this::have);
        } catch (JacksonException noJson) {
            return false;
        }
    }

    private boolean have(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().allMatch(item -> !item.isArray() && have(item));
        }
        if (value.isNumber()) {
            return words.stream().anyMatch(word -> isNumber(word, value.decimalValue()));
        }
        return value.isNull() || (value.isString() && haveText(value.asString()));
    }

    private boolean haveText(String text) {
        List<String> said = split(text);
        return !said.isEmpty() && Collections.indexOfSubList(words, said) >= 0;
    }

    private static boolean isNumber(String word, BigDecimal number) {
        return NUMBER.matcher(word).matches() && new BigDecimal(word).compareTo(number) == 0;
    }

    private static List<String> split(String text) {
        return Stream.of(SPACE.split(text.toLowerCase(Locale.ROOT)))
                .map(word -> AROUND.matcher(word).replaceAll(""))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
