package dev.parley.platform.work;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Turns rows into the arrays that {@code unnest} makes rows of again: one statement for a batch of any size. */
final class Columns {

    private Columns() {}

    /** Values as text, which the statement casts to what they are. */
    static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable Object> value) {
        @Nullable String[] column = new @Nullable String[rows.size()];
        for (int i = 0; i < column.length; i++) {
            Object text = value.apply(rows.get(i));
            column[i] = text == null ? null : text.toString();
        }
        return column;
    }

    static <T> int[] ints(List<T> rows, ToIntFunction<T> value) {
        return rows.stream().mapToInt(value).toArray();
    }

    static <T> long[] longs(List<T> rows, ToLongFunction<T> value) {
        return rows.stream().mapToLong(value).toArray();
    }
}
