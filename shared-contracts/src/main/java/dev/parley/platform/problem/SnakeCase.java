package dev.parley.platform.problem;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names fields as clients write them: {@code items[0].unitPrice} is {@code items[0].unit_price} to them. */
final class SnakeCase {
    private static final Pattern BOUNDARY = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private SnakeCase() {}

    static String of(String javaPath) {
        return BOUNDARY.matcher(javaPath).replaceAll("_").toLowerCase(Locale.ROOT);
    }
}
