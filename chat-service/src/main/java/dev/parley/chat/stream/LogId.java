package dev.parley.chat.stream;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The place of an event's record on the log, and the attempt that wrote it. */
record LogId(int partition, long offset, int attempt) implements EventId {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})-(\\d{1,18})-(\\d{1,9})");

    static Optional<LogId> find(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(new LogId(
                        Integer.parseInt(parts.group(1)),
                        Long.parseLong(parts.group(2)),
                        Integer.parseInt(parts.group(3))))
                : Optional.empty();
    }

    @Override
    public long position() {
        return offset;
    }

    @Override
    public String toString() {
        return partition + "-" + offset + "-" + attempt;
    }
}
