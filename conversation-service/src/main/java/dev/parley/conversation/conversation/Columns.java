package dev.parley.conversation.conversation;

import dev.parley.contracts.id.Principal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How values stand in tables. */
final class Columns {
    private Columns() {}

    /**
     * The arrays that {@code unnest} makes rows of again: one statement for a batch of any size. Values are text, which the
     * statement casts to what they are.
     */
    static <T> @Nullable String[] texts(Collection<T> rows, Function<T, @Nullable Object> value) {
        @Nullable String[] column = new @Nullable String[rows.size()];
        int i = 0;
        for (T row : rows) {
            Object text = value.apply(row);
            column[i++] = text == null ? null : text.toString();
        }
        return column;
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> E word(Class<E> words, String column) {
        return Enum.valueOf(words, column.toUpperCase(Locale.ROOT));
    }

    static Principal owner(ResultSet row) throws SQLException {
        return new Principal(Principal.Kind.valueOf(row.getString("owner_kind")), row.getString("owner_id"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static List<String> list(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((String[]) array.getArray());
    }
}
