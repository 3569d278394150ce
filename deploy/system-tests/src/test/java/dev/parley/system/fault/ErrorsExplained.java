package dev.parley.system.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.system.stack.LocalStack;
import dev.parley.system.stack.LogMark;
import java.util.List;
import java.util.regex.Pattern;

/** Holds the services to it that nothing but the fault itself is called an error. */
final class ErrorsExplained {
    private final LogMark mark;
    private final Pattern explained;

    private ErrorsExplained(LogMark mark, Pattern explained) {
        this.mark = mark;
        this.explained = explained;
    }

    /** From now on. */
    static ErrorsExplained byNothing(LocalStack stack) {
        return by(stack, "(?!)");
    }

    /**
     * From now on.
     *
     * @param explained what is found in every error that the fault explains
     */
    static ErrorsExplained by(LocalStack stack, String explained) {
        return new ErrorsExplained(LogMark.of(stack), Pattern.compile(explained));
    }

    /** So far. */
    void hold() {
        List<String> others = mark.errors().stream()
                .filter(line -> !explained.matcher(line).find())
                .toList();
        assertThat(others).as("errors that the fault does not explain").isEmpty();
    }
}
