package dev.parley.bench.report;

import java.util.List;
import java.util.Locale;

/** A table of Markdown, and how its numbers look. */
final class Table {
    private static final double LARGE = 100;

    private final StringBuilder text = new StringBuilder();

    Table(List<String> head) {
        row(head);
        row(head.stream().map(_ -> "---").toList());
    }

    Table row(List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** As many digits as mean something. */
    static String number(double value) {
        String format = value >= LARGE ? "%,.0f" : "%.1f";
        return String.format(Locale.ROOT, format, value).replace(',', ' ');
    }

    static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value).replace(',', ' ');
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * LARGE);
    }
}
