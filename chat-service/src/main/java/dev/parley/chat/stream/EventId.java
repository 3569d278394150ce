package dev.parley.chat.stream;

import dev.parley.contracts.problem.ProblemCode;
import dev.parley.platform.problem.ProblemException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The id of a server-sent event: the place of its record on the log, and the attempt that wrote it, below which a reader
 * that goes on from here accepts nothing.
 */
public record EventId(int partition, long offset, int attempt) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})-(\\d{1,18})-(\\d{1,9})");

    /** @throws ProblemException 400 {@code bad_event_id} when the text is not of this form */
    public static EventId parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw bad();
        }
        return new EventId(
                Integer.parseInt(parts.group(1)), Long.parseLong(parts.group(2)), Integer.parseInt(parts.group(3)));
    }

    static ProblemException bad() {
        return new ProblemException(ProblemCode.BAD_EVENT_ID, "The event id is not one of this turn's stream.");
    }

    @Override
    public String toString() {
        return partition + "-" + offset + "-" + attempt;
    }
}
