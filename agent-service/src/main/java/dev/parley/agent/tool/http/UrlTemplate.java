package dev.parley.agent.tool.http;

import dev.parley.agent.yaml.WrongField;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * Where a tool asks. Host and number of path segments are the file's: an argument is at most the text of one segment, or the
 * value of a query parameter.
 */
final class UrlTemplate {
    private static final Pattern URL = Pattern.compile("(https?://[A-Za-z0-9.:\\[\\]_-]+)((?:/[^?#\\s]*)?)");
    private static final Pattern STEPS_ASIDE = Pattern.compile("|\\.|\\.\\.");

    private final String server;
    private final List<Template> segments;
    private final Map<String, Template> query;

    private UrlTemplate(String server, List<Template> segments, Map<String, Template> query) {
        this.server = server;
        this.segments = segments;
        this.query = query;
    }

    /** @throws WrongField when this is no address, or an argument of the path may be left out */
    static UrlTemplate of(ToolFile.Request request, Set<String> parameters, Set<String> always, Secrets secrets) {
        String given = WrongField.required(request.url(), "request.url");
        Matcher url = URL.matcher(given);
        if (!url.matches() || given.contains("${") || !isAddress(url.group(1))) {
            throw new WrongField(
                    "request.url",
                    "must begin with http:// or https:// and a host that is written out, and have no query, fragment or variable");
        }
        List<Template> segments = new ArrayList<>();
        for (String segment : url.group(2).replaceFirst("^/", "").split("/", -1)) {
            Template template = Template.of(segment, "request.url", parameters, secrets);
            if (!always.containsAll(template.arguments())) {
                throw new WrongField("request.url", "has an argument that is neither required nor has a default");
            }
            segments.add(template.encoded(text -> UriUtils.encodePathSegment(text, StandardCharsets.UTF_8)));
        }
        return new UrlTemplate(url.group(1), segments, query(request, parameters, secrets));
    }

    private static boolean isAddress(String server) {
        try {
            return URI.create(server).getHost() != null;
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    private static Map<String, Template> query(ToolFile.Request request, Set<String> parameters, Secrets secrets) {
        Map<String, Template> query = new LinkedHashMap<>();
        Map<String, String> given = request.query() == null ? Map.of() : request.query();
        given.forEach((name, value) -> query.put(
                name,
                Template.of(String.valueOf(value), "request.query." + name, parameters, secrets)
                        .encoded(UrlTemplate::encoded)));
        return query;
    }

    URI fill(Map<String, @Nullable Object> arguments) throws UnusableArgument {
        var address = new StringBuilder(server);
        for (Template segment : segments) {
            address.append('/').append(segment(segment, arguments));
        }
        String filled = query.entrySet().stream()
                .map(parameter -> parameter(parameter.getKey(), parameter.getValue(), arguments))
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining("&"));
        return URI.create(filled.isEmpty() ? address.toString() : address + "?" + filled);
    }

    private static String segment(Template segment, Map<String, @Nullable Object> arguments) throws UnusableArgument {
        String filled = segment.fill(arguments, UrlTemplate::encoded);
        if (filled == null
                || (!segment.arguments().isEmpty()
                        && STEPS_ASIDE.matcher(filled).matches())) {
            throw new UnusableArgument("This cannot be asked for: " + String.join(", ", segment.arguments()) + ".");
        }
        return filled;
    }

    private static String parameter(String name, Template value, Map<String, @Nullable Object> arguments) {
        String filled = value.fill(arguments, UrlTemplate::encoded);
        return filled == null ? "" : encoded(name) + "=" + filled;
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
