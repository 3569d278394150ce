package dev.parley.agent.tool.http;

import dev.parley.agent.yaml.WrongField;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The headers of a file: constants and variables only, so that nothing a model says gets into one. */
final class HeaderValues {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,100}");
    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e]*");

    /** The client's own, or ours. */
    private static final Set<String> TAKEN = Set.of(
            "host",
            "connection",
            "content-length",
            "content-type",
            "expect",
            "idempotency-key",
            "transfer-encoding",
            "upgrade");

    private HeaderValues() {}

    /** @throws WrongField for a name or a value that cannot be sent */
    static Map<String, String> of(Map<String, String> headers, Secrets secrets) {
        Map<String, String> values = new LinkedHashMap<>();
        headers.forEach((name, value) -> values.put(name, value(name, String.valueOf(value), secrets)));
        return values;
    }

    private static String value(String name, String text, Secrets secrets) {
        String field = "request.headers." + name;
        if (!NAME.matcher(name).matches() || TAKEN.contains(name.toLowerCase(Locale.ROOT))) {
            throw new WrongField(field, "cannot be set here");
        }
        String filled = Template.of(text, field, Set.of(), secrets).fill(Map.of(), UnaryOperator.identity());
        if (filled == null || !VALUE.matcher(filled).matches()) {
            throw new WrongField(field, "must be printable ASCII");
        }
        return filled;
    }
}
