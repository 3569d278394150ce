package dev.parley.chat.stream;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The number of an event in a stream that is rendered from its turn's outcome, since its log is gone. */
record RenderedId(int number, int attempt) implements EventId {
    private static final Pattern FORM = Pattern.compile("replay-(\\d{1,9})-(\\d{1,9})");

    static Optional<RenderedId> find(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(new RenderedId(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2))))
                : Optional.empty();
    }

    @Override
    public long position() {
        return number;
    }

    @Override
    public String toString() {
        return "replay-" + number + "-" + attempt;
    }
}
