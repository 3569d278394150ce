package dev.parley.gateway.security;

import dev.parley.platform.settings.BadSetting;
import dev.parley.platform.settings.Stage;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The origins that may call from a browser.
 *
 * @param any every origin may, then without credentials
 */
record Origins(List<String> listed, boolean any) {

    private static final String VARIABLE = "CORS_ORIGINS";
    private static final String ANY = "*";
    private static final List<String> LOCAL = List.of("http://localhost:3000", "http://localhost:5173");
    private static final Pattern ORIGIN = Pattern.compile("https?://[^/*\\s]+");

    static Origins of(@Nullable List<String> given, Stage stage) {
        if (given == null || given.isEmpty()) {
            return new Origins(stage == Stage.PRODUCTION ? List.of() : LOCAL, false);
        }
        if (given.contains(ANY)) {
            return wildcard(stage);
        }
        given.forEach(Origins::check);
        return new Origins(List.copyOf(given), false);
    }

    private static Origins wildcard(Stage stage) {
        if (stage == Stage.PRODUCTION) {
            throw BadSetting.value(VARIABLE, ANY, "the origins of your own pages: production lets no other site in");
        }
        return new Origins(List.of(ANY), true);
    }

    private static void check(String origin) {
        if (!ORIGIN.matcher(origin).matches()) {
            throw BadSetting.value(VARIABLE, origin, "origins such as https://app.example.com, separated by commas");
        }
    }
}
