package dev.parley.agent.file;

import dev.parley.platform.settings.BadSetting;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where files are, as {@code s3://KEY:SECRET@bucket/prefix?endpoint=https://…&region=…} says.
 *
 * @param prefix in front of each key, with a slash at its end, or empty
 * @param key absent: credentials are looked for where Amazon's tools do
 * @param endpoint absent: Amazon's own
 */
record Bucket(
        String name,
        String prefix,
        @Nullable String key,
        @Nullable String secret,
        @Nullable URI endpoint,
        String region) {
    private static final String VARIABLE = "STORAGE_URL";
    private static final String USUAL_REGION = "us-east-1";
    private static final Pattern FORM =
            Pattern.compile("s3://(?:([^:@/]+):([^@/]+)@)?([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/([^?]*))?(?:\\?(.*))?");

    static Bucket parse(String url) {
        Matcher form = FORM.matcher(url);
        if (!form.matches()) {
            throw bad();
        }
        Map<String, String> parameters = parameters(form.group(5));
        String endpoint = parameters.get("endpoint");
        return new Bucket(
                form.group(3),
                prefix(form.group(4)),
                decoded(form.group(1)),
                decoded(form.group(2)),
                endpoint == null ? null : endpoint(endpoint),
                parameters.getOrDefault("region", USUAL_REGION));
    }

    private static URI endpoint(String text) {
        try {
            URI endpoint = URI.create(text);
            if (endpoint.getHost() != null && Stream.of("http", "https").anyMatch(endpoint.getScheme()::equals)) {
                return endpoint;
            }
        } catch (IllegalArgumentException noAddress) {
            throw bad();
        }
        throw bad();
    }

    private static String prefix(@Nullable String path) {
        if (path == null || path.isEmpty()) {
            return "";
        }
        return path.endsWith("/") ? path : path + "/";
    }

    private static Map<String, String> parameters(@Nullable String query) {
        if (query == null || query.isEmpty()) {
            return Map.of();
        }
        return Stream.of(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> String.valueOf(decoded(pair[1])), (a, b) -> b));
    }

    private static @Nullable String decoded(@Nullable String text) {
        return text == null ? null : URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** The value may hold a secret, so it is not repeated. */
    private static RuntimeException bad() {
        return BadSetting.hidden(
                VARIABLE, "s3://bucket/prefix, perhaps with KEY:SECRET@ in front and ?endpoint=…&region=… behind");
    }
}
