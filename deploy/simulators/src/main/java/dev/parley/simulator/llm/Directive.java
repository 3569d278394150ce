package dev.parley.simulator.llm;

import java.time.Duration;
import java.util.Map;

/** One {@code [[name:argument key=value]]} of a message. Times are in milliseconds unless the table in the README says otherwise. */
record Directive(String name, String argument, Map<String, String> options) {

    int number() {
        return parse(argument);
    }

    boolean has(String option) {
        return options.containsKey(option);
    }

    int option(String option, int otherwise) {
        return parse(options.getOrDefault(option, Integer.toString(otherwise)));
    }

    Duration millis(String option) {
        return Duration.ofMillis(option(option, 0));
    }

    private int parse(String text) {
        try {
            return Integer.parseUnsignedInt(text);
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException("[[" + name + "]] wants a whole number, not '" + text + "'", wrong);
        }
    }
}
