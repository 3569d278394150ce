package dev.parley.platform.settings;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is, in the forms that people have it: {@code postgresql[+driver]://user:password@host:port/database}
 * and {@code jdbc:postgresql://…?user=…&password=…}. User and password may be percent-encoded; both forms may have them as
 * parameters.
 *
 * @param database empty when the URL names none
 * @param parameters with the leading {@code ?}, or empty; without user and password
 */
record DatabaseUrl(
        String hosts,
        String database,
        String parameters,
        @Nullable String username,
        @Nullable String password) {
    static final String ACCEPTED =
            "postgresql://user:password@host:port/database or jdbc:postgresql://host:port/database";

    private static final String USER = "user=";
    private static final String PASSWORD = "password=";
    private static final String HOST = "(?:\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+)(?::\\d{1,5})?";
    private static final String PLACE =
            "(?<hosts>" + HOST + "(?:," + HOST + ")*)(?:/(?<database>[^/?]*))?(?<parameters>\\?.*)?";
    private static final Pattern PLAIN = Pattern.compile(
            "postgres(?:ql)?(?:\\+\\w+)?://(?:(?<username>[^:@/?]*)(?::(?<password>[^@/?]*))?@)?" + PLACE);
    private static final Pattern JDBC = Pattern.compile("jdbc:postgresql://" + PLACE);

    @Override
    public String toString() {
        return "DatabaseUrl " + hosts + "/" + database;
    }

    /** Empty when the text has neither form. */
    static Optional<DatabaseUrl> parse(String text) {
        Matcher plain = PLAIN.matcher(text);
        if (plain.matches()) {
            return Optional.of(of(plain, decoded(plain.group("username")), decoded(plain.group("password"))));
        }
        Matcher jdbc = JDBC.matcher(text);
        return jdbc.matches() ? Optional.of(of(jdbc, null, null)) : Optional.empty();
    }

    DatabaseUrl withDatabase(String name) {
        return new DatabaseUrl(hosts, name, parameters, username, password);
    }

    String jdbcUrl() {
        return "jdbc:postgresql://" + hosts + "/" + database + parameters;
    }

    private static DatabaseUrl of(Matcher place, @Nullable String username, @Nullable String password) {
        List<String> parameters = parameters(place.group("parameters"));
        return new DatabaseUrl(
                place.group("hosts"),
                Optional.ofNullable(place.group("database")).orElse(""),
                parameters.stream()
                        .filter(parameter -> !parameter.startsWith(USER) && !parameter.startsWith(PASSWORD))
                        .collect(joining()),
                value(parameters, USER).orElse(username),
                value(parameters, PASSWORD).orElse(password));
    }

    private static List<String> parameters(@Nullable String text) {
        return text == null || text.length() == 1
                ? List.of()
                : List.of(text.substring(1).split("&"));
    }

    private static Collector<CharSequence, ?, String> joining() {
        return Collectors.collectingAndThen(Collectors.joining("&"), text -> text.isEmpty() ? "" : "?" + text);
    }

    private static Optional<String> value(List<String> parameters, String name) {
        return parameters.stream()
                .filter(parameter -> parameter.startsWith(name))
                .map(parameter -> URLDecoder.decode(parameter.substring(name.length()), StandardCharsets.UTF_8))
                .reduce((_, last) -> last);
    }

    private static @Nullable String decoded(@Nullable String text) {
        // A plus is a plus in this part of a URL, and no space.
        return text == null ? null : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
