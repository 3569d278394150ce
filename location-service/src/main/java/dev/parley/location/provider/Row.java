package dev.parley.location.provider;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A row of a table of text. A column that is not there reads as empty. */
public record Row(List<String> columns) {
    public String text(int column) {
        return column < columns.size() ? columns.get(column) : "";
    }

    public @Nullable String optional(int column) {
        String text = text(column);
        return text.isEmpty() ? null : text;
    }

    /** The number in a column. @throws NumberFormatException when it is none */
    public double number(int column) {
        return Double.parseDouble(text(column));
    }

    /** The parts of a column that holds several texts; none of them is empty. */
    public List<String> list(int column, String separator) {
        return Pattern.compile(separator, Pattern.LITERAL)
                .splitAsStream(text(column))
                .filter(part -> !part.isBlank())
                .toList();
    }
}
