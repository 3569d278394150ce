package dev.parley.agent.tool.mcp.client;

import dev.parley.agent.tool.ToolEffect;
import dev.parley.platform.settings.BadSetting;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * One of {@code MCP_SERVERS}, in the operator's words:
 * <pre>{@code
 * [{"name": "tracker", "url": "https://tracker.example/mcp", "headers": {"Authorization": "Bearer ${TRACKER_TOKEN}"},
 *   "tools": ["search", "create_issue"], "effects": {"search": "read"}, "timeout_seconds": 20}]
 * }</pre>
 *
 * @param headers that go with each request; {@code ${NAME}} is an environment variable
 * @param tools those that may be used, by their names there; all when it says nothing
 * @param effects what a tool changes, where the server says it otherwise or not at all
 * @param unattended tools that change something and, when the user wants it, need nobody's approval
 * @param trustedDescriptions whether the operator answers for what it says of its tools, as if it were the operator's words
 */
record McpServerEntry(
        String name,
        String url,
        @Nullable Map<String, String> headers,
        @Nullable Set<String> tools,
        @Nullable Map<String, ToolEffect> effects,
        @Nullable Set<String> unattended,
        @Nullable Boolean trustedDescriptions,
        @Nullable Integer timeoutSeconds) {
    static final String VARIABLE = "MCP_SERVERS";

    private static final int USUAL_TIMEOUT_S = 30;
    private static final int LONGEST_TIMEOUT_S = 240;
    private static final Pattern NAME = Pattern.compile("[a-z0-9]{1,20}");
    private static final Pattern PLACE = Pattern.compile("\\$\\{(\\w+)}");
    private static final Pattern HEADER = Pattern.compile("[\\x20-\\x7e]*");
    private static final TypeReference<List<McpServerEntry>> LIST = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    /** The environment that secrets are kept in. */
    interface Variables {
        @Nullable
        String value(String name);
    }

    /**
     * @throws BadSetting for what is no list of servers
     */
    static List<McpServerEntry> all(String list, Variables variables) {
        List<McpServerEntry> entries =
                parse(list).stream().map(entry -> entry.checked(variables)).toList();
        var names = new HashSet<String>();
        entries.forEach(entry -> {
            if (!names.add(entry.name())) {
                throw BadSetting.value(VARIABLE, entry.name(), "each name once");
            }
        });
        return entries;
    }

    private static List<McpServerEntry> parse(String list) {
        try {
            List<McpServerEntry> entries = list.isBlank() ? List.of() : JSON.readValue(list, LIST);
            if (entries.stream().allMatch(Objects::nonNull)) {
                return entries;
            }
        } catch (JacksonException notAList) {
            // As one that names nothing.
        }
        throw BadSetting.hidden(
                VARIABLE,
                "a JSON array of objects with name, url and, if wanted, headers, tools, effects, unattended,"
                        + " trusted_descriptions, timeout_seconds");
    }

    private McpServerEntry checked(Variables variables) {
        if (name == null || !NAME.matcher(name).matches()) {
            throw BadSetting.hidden(VARIABLE, "names of lower case letters and digits, 20 at most");
        }
        if (url == null || !isAddress(url)) {
            throw BadSetting.value(
                    VARIABLE, name, "a url that begins with http:// or https://, without user and password");
        }
        int seconds = Objects.requireNonNullElse(timeoutSeconds, USUAL_TIMEOUT_S);
        if (seconds < 1 || seconds > LONGEST_TIMEOUT_S) {
            throw BadSetting.value(VARIABLE, name, "timeout_seconds from 1 to " + LONGEST_TIMEOUT_S);
        }
        Map<String, String> filled = new LinkedHashMap<>();
        Objects.requireNonNullElse(headers, Map.<String, String>of())
                .forEach((header, value) -> filled.put(header, filled(String.valueOf(value), variables)));
        return new McpServerEntry(name, url, filled, tools, effects, unattended, trustedDescriptions, seconds);
    }

    private static boolean isAddress(String url) {
        try {
            URI address = URI.create(url);
            return ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                    && address.getHost() != null
                    && address.getUserInfo() == null;
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    private String filled(String value, Variables variables) {
        String filled =
                PLACE.matcher(value).replaceAll(place -> Matcher.quoteReplacement(variable(place.group(1), variables)));
        if (!HEADER.matcher(filled).matches()) {
            throw BadSetting.value(VARIABLE, name, "headers of printable ASCII");
        }
        return filled;
    }

    private String variable(String variable, Variables variables) {
        String value = variables.value(variable);
        if (value == null || value.isBlank()) {
            throw BadSetting.value(VARIABLE, name, "variables that are set: " + variable + " is not");
        }
        return value;
    }

    Map<String, String> sent() {
        return Objects.requireNonNullElse(headers, Map.of());
    }

    boolean allows(String tool) {
        return tools == null || tools.contains(tool);
    }

    @Nullable
    ToolEffect effectOf(String tool) {
        return effects == null ? null : effects.get(tool);
    }

    boolean isTrustedWith(String tool) {
        return unattended != null && unattended.contains(tool);
    }

    /** Who answers for its descriptions, when it is not the operator. */
    @Nullable
    String describer() {
        return Boolean.TRUE.equals(trustedDescriptions) ? null : "mcp:" + name;
    }

    Duration timeout() {
        return Duration.ofSeconds(Objects.requireNonNullElse(timeoutSeconds, USUAL_TIMEOUT_S));
    }

    /** Without what the headers say. */
    @Override
    public String toString() {
        return "McpServerEntry[" + name + "]";
    }
}
