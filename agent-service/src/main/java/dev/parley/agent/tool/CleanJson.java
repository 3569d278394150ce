package dev.parley.agent.tool;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON without the character U+0000, which is allowed in JSON and which no column of a database takes. */
final class CleanJson {

    private CleanJson() {}

    static Map<String, @Nullable Object> of(Map<String, @Nullable Object> object) {
        Map<String, @Nullable Object> clean = new LinkedHashMap<>();
        object.forEach((name, value) -> clean.put(text(name), value(value)));
        return clean;
    }

    private static @Nullable Object value(@Nullable Object value) {
        return switch (value) {
            case String text -> text(text);
            case List<?> items -> items.stream().map(CleanJson::value).toList();
            case Map<?, ?> object -> ofAny(object);
            case null, default -> value;
        };
    }

    private static Map<String, @Nullable Object> ofAny(Map<?, ?> object) {
        Map<String, @Nullable Object> clean = new LinkedHashMap<>();
        object.forEach((name, value) -> clean.put(text(String.valueOf(name)), value(value)));
        return clean;
    }

    private static String text(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
    }
}
