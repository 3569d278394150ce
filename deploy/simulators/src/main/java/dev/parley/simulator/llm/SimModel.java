package dev.parley.simulator.llm;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a model name such as {@code sim-200x50} or {@code sim-200x50+100} asks for: tokens, gap and first-token delay in ms. */
record SimModel(int tokens, Pace pace) {
    private static final Pattern NAME = Pattern.compile("sim-(\\d{1,6})x(\\d{1,6})(?:\\+(\\d{1,6}))?");

    static Optional<SimModel> named(String model) {
        Matcher name = NAME.matcher(model);
        if (!name.matches()) {
            return Optional.empty();
        }
        Pace pace = new Pace(millis(name.group(3) == null ? "0" : name.group(3)), millis(name.group(2)));
        return Optional.of(new SimModel(Integer.parseInt(name.group(1)), pace));
    }

    Script script() {
        return Script.tokens(tokens).at(pace);
    }

    private static Duration millis(String digits) {
        return Duration.ofMillis(Long.parseLong(digits));
    }
}
