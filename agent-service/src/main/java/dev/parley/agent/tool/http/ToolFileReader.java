package dev.parley.agent.tool.http;

import dev.parley.agent.tool.ToolDescription;
import dev.parley.agent.tool.ToolEffect;
import dev.parley.agent.yaml.WrongField;
import dev.parley.agent.yaml.YamlText;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/** Makes a tool of a file, or says which field is wrong. */
final class ToolFileReader {
    private static final Pattern ID = Pattern.compile("[a-z0-9_]{1,64}");
    private static final Duration LONGEST = Duration.ofMinutes(4);
    private static final Duration USUAL = Duration.ofSeconds(15);

    private final Variables variables;
    private final HttpClient http;

    ToolFileReader(Variables variables, HttpClient http) {
        this.variables = variables;
        this.http = http;
    }

    /** @throws WrongField for the first field that cannot be used */
    HttpTool read(String yaml) {
        ToolFile file = YamlText.read(yaml, ToolFile.class);
        ToolDescription description = description(file);
        var secrets = new Secrets(variables);
        RequestTemplate request =
                RequestTemplate.of(WrongField.required(file.request(), "request"), description, secrets);
        return new HttpTool(description, request, AnswerReader.of(file.response(), secrets), http);
    }

    private static ToolDescription description(ToolFile file) {
        String id = WrongField.required(file.toolId(), "tool_id");
        if (!ID.matcher(id).matches()) {
            throw new WrongField("tool_id", "must have lower case letters, digits and underscores, 64 at most");
        }
        return new ToolDescription(
                id,
                WrongField.text(file.name(), "name"),
                WrongField.text(file.description(), "description"),
                Objects.requireNonNullElse(file.icon(), "🔌"),
                ParameterSubset.checked(Objects.requireNonNullElse(file.parameters(), Map.of())),
                Boolean.TRUE.equals(file.approvalRequired()),
                effect(file.effect()),
                timeout(file.timeout()),
                Objects.requireNonNullElse(file.examples(), List.of()));
    }

    private static ToolEffect effect(@Nullable String name) {
        String wanted = WrongField.required(name, "effect").toUpperCase(Locale.ROOT);
        return Arrays.stream(ToolEffect.values())
                .filter(effect -> effect.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new WrongField("effect", "must be one of " + effects()));
    }

    private static String effects() {
        return Arrays.stream(ToolEffect.values())
                .map(effect -> effect.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private static Duration timeout(@Nullable String text) {
        try {
            Duration timeout = text == null ? USUAL : DurationStyle.detectAndParse(text);
            if (timeout.isPositive() && timeout.compareTo(LONGEST) <= 0) {
                return timeout;
            }
        } catch (IllegalArgumentException notADuration) {
            // As one that is too long.
        }
        throw new WrongField("timeout", "must be a duration such as 10s, of 4m at the most");
    }
}
