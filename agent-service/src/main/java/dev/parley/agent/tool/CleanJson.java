package dev.parley.agent.tool;

import dev.parley.platform.text.Storable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON whose texts can be kept: what is allowed in JSON no column of a database need take. */
final class CleanJson {

    private CleanJson() {}

    static Map<String, @Nullable Object> of(Map<String, @Nullable Object> object) {
        Map<String, @Nullable Object> clean = new LinkedHashMap<>();
        object.forEach((name, value) -> clean.put(Storable.clean(name), value(value)));
        return clean;
    }

    private static @Nullable Object value(@Nullable Object value) {
        return switch (value) {
            case String text -> Storable.clean(text);
            case List<?> items -> items.stream().map(CleanJson::value).toList();
            case Map<?, ?> object -> ofAny(object);
            case null, default -> value;
        };
    }

    private static Map<String, @Nullable Object> ofAny(Map<?, ?> object) {
        Map<String, @Nullable Object> clean = new LinkedHashMap<>();
        object.forEach((name, value) -> clean.put(Storable.clean(String.valueOf(name)), value(value)));
        return clean;
    }
}
