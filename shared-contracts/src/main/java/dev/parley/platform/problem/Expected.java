package dev.parley.platform.problem;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Says in a client's words what a Java type takes. */
final class Expected {
    private static final Set<Class<?>> TEXTS = Set.of(String.class, CharSequence.class);
    private static final Set<Class<?>> SWITCHES = Set.of(boolean.class, Boolean.class);
    private static final Set<Class<?>> WHOLE_NUMBERS =
            Set.of(int.class, Integer.class, long.class, Long.class, short.class, Short.class);
    private static final Set<Class<?>> NUMBERS =
            Set.of(double.class, Double.class, float.class, Float.class, BigDecimal.class);

    private record Words(Set<Class<?>> types, String words) {}

    private static final List<Words> ALL = List.of(
            new Words(TEXTS, "must be a text"),
            new Words(SWITCHES, "must be true or false"),
            new Words(WHOLE_NUMBERS, "must be a whole number"),
            new Words(NUMBERS, "must be a number"),
            new Words(Set.of(UUID.class), "must be a UUID"),
            new Words(Set.of(Instant.class), "must be a time such as 2026-01-31T12:00:00Z"),
            new Words(Set.of(LocalDate.class), "must be a date such as 2026-01-31"));

    private Expected() {}

    static String of(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", ", "must be one of ", ""));
        }
        return ALL.stream()
                .filter(words -> words.types().contains(type))
                .map(Words::words)
                .findFirst()
                .orElseGet(() -> structure(type));
    }

    private static String structure(Class<?> type) {
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "must be a list";
        }
        return type.getPackageName().startsWith("dev.parley.contracts.id") ? "must be a UUID" : "must be an object";
    }
}
