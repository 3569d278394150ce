package dev.parley.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list: {@code {"items": […], "next_cursor": "…" or null}}.
 *
 * @param nextCursor what to send as {@code ?cursor=} for the next page; null on the last one
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Page<T>(List<T> items, @Nullable String nextCursor) {
    public Page {
        items = List.copyOf(items);
    }

    /**
     * From rows of which one more than the limit was asked for ({@link Limit#plusOne}).
     *
     * @param key the sort key of a row: the next page begins behind the last one shown
     */
    public static <T> Page<T> of(List<T> rows, Limit limit, Function<? super T, Cursor> key) {
        if (rows.size() <= limit.value()) {
            return new Page<>(rows, null);
        }
        List<T> shown = rows.subList(0, limit.value());
        return new Page<>(shown, key.apply(shown.getLast()).encode());
    }

    public <R> Page<R> map(Function<? super T, ? extends R> each) {
        return new Page<R>(items.stream().<R>map(each).toList(), nextCursor);
    }
}
