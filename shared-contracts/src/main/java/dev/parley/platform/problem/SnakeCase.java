package dev.parley.platform.problem;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Names fields as clients write them: {@code items[0].unitPrice} is {@code items[0].unit_price} to them, and
 * {@code socialLinks[x]}, where {@code x} is a name of their own, is {@code social_links.x}.
 */
final class SnakeCase {
    private static final Pattern BOUNDARY = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final Pattern KEY = Pattern.compile("\\[([^]]*)]");
    private static final Pattern INDEX = Pattern.compile("\\d+");

    private SnakeCase() {}

    static String of(String javaPath) {
        var path = new StringBuilder();
        int done = 0;
        for (MatchResult key : KEY.matcher(javaPath).results().toList()) {
            path.append(name(javaPath.substring(done, key.start()))).append(step(key.group(1)));
            done = key.end();
        }
        return path.append(name(javaPath.substring(done))).toString();
    }

    private static String step(String key) {
        return INDEX.matcher(key).matches() ? "[" + key + "]" : "." + key;
    }

    private static String name(String javaName) {
        return BOUNDARY.matcher(javaName).replaceAll("_").toLowerCase(Locale.ROOT);
    }
}
