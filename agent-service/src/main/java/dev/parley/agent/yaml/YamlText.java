package dev.parley.agent.yaml;

import java.util.Map;
import java.util.stream.Collectors;
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

/** YAML as a record, its fields in {@code snake_case}: a field that the record lacks is a mistake. */
public final class YamlText {
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private YamlText() {}

    /** @throws WrongField for what is no YAML, or has other fields */
    public static <T> T read(String yaml, Class<T> type) {
        try {
            return JSON.treeToValue(tree(yaml), type);
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
