package dev.parley.agent.tool.http;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** A tool as its file has it, unchecked. */
record ToolFile(
        @Nullable String toolId,
        @Nullable String name,
        @Nullable String description,
        @Nullable String icon,
        @Nullable Map<String, Object> parameters,
        @Nullable String effect,
        @Nullable String timeout,
        @Nullable Boolean approvalRequired,
        @Nullable List<String> examples,
        @Nullable Request request,
        @Nullable Response response) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** What is asked of the web service; {@code {argument}} and {@code ${VARIABLE}} are filled in. */
    record Request(
            @Nullable String method,
            @Nullable String url,
            @Nullable Map<String, String> query,
            @Nullable Map<String, String> headers,
            @Nullable JsonNode body) {}

    /** @param result a JSON Pointer to what of the answer is the result */
    record Response(@Nullable String result, @Nullable Integer maxBytes) {}

    /** @throws WrongField for what is no YAML, or has other fields */
    static ToolFile parse(String yaml) {
        try {
            return JSON.treeToValue(tree(yaml), ToolFile.class);
        } catch (DatabindException e) {
            String field = e.getPath().stream()
                    .map(step -> step.getPropertyName() == null ? "" : step.getPropertyName())
                    .collect(Collectors.joining("."));
            throw new WrongField(field.isEmpty() ? "the file" : field, "is not known here, or has another form");
        }
    }

    private static JsonNode tree(String yaml) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            Object document = new Yaml(new SafeConstructor(options)).load(yaml);
            if (!(document instanceof Map<?, ?>)) {
                throw new WrongField("the file", "is empty, or no YAML mapping");
            }
            return JSON.valueToTree(document);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new WrongField("line " + line, "is no YAML");
        } catch (YAMLException e) {
            throw new WrongField("the file", "is no YAML");
        }
    }
}
