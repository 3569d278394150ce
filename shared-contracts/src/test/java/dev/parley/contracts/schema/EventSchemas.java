package dev.parley.contracts.schema;

import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import dev.parley.contracts.event.Event;
import dev.parley.contracts.topic.Topic;
import dev.parley.platform.messaging.EventTypes;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema (2020-12) of every event, as its JSON is written: open, and what may be absent is not required. */
public final class EventSchemas {

    private static final ContractDocs DOCS = ContractDocs.of(Path.of("src/main/java/dev/parley/contracts"));
    private static final SchemaGenerator GENERATOR = generator();

    private EventSchemas() {}

    /** By wire type. */
    public static Map<String, ObjectNode> all() {
        Map<String, ObjectNode> schemas = new TreeMap<>();
        types().forEach((wireType, type) -> schemas.put(wireType, of(type)));
        return schemas;
    }

    /** Every class of event by its wire type. */
    public static Map<String, Class<? extends Event>> types() {
        Map<String, Class<? extends Event>> types = new TreeMap<>();
        for (Topic topic : Topic.values()) {
            types.putAll(EventTypes.on(topic));
        }
        return types;
    }

    /** What the type of event says of itself. */
    public static String summaryOf(Class<? extends Event> type) {
        return DOCS.of(type).orElseThrow(() -> new AssertionError(type.getName() + " has no Javadoc"));
    }

    static ObjectNode of(Class<? extends Event> type) {
        String wireType = Event.typeOf(type);
        ObjectNode body = GENERATOR.generateSchema(type);
        Flattened.inPlace(body);
        ObjectNode schema = body.objectNode();
        schema.set("$schema", body.get("$schema"));
        schema.put("$id", "urn:parley:schema:" + wireType);
        schema.put("title", wireType);
        body.properties().forEach(keyword -> schema.set(keyword.getKey(), keyword.getValue()));
        return schema;
    }

    private static SchemaGenerator generator() {
        SchemaGeneratorConfigBuilder builder = new SchemaGeneratorConfigBuilder(
                        SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(Option.INLINE_ALL_SCHEMAS);
        builder.forFields()
                .withPropertyNameOverrideResolver(field -> snakeCase(field.getDeclaredName()))
                .withRequiredCheck(field -> !isNullable(field))
                .withDescriptionResolver(EventSchemas::describe);
        builder.forTypesInGeneral()
                .withCustomDefinitionProvider(new WireValues())
                .withDescriptionResolver(
                        scope -> DOCS.of(scope.getType().getErasedType()).orElse(null))
                // As declared, which is how it is written.
                .withPropertySorter((_, _) -> 0);
        return new SchemaGenerator(builder.build());
    }

    private static String snakeCase(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    private static boolean isNullable(FieldScope field) {
        return field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static @Nullable String describe(FieldScope field) {
        return field.isFakeContainerItemScope()
                ? null
                : DOCS.of(field.getRawMember().getDeclaringClass(), field.getDeclaredName())
                        .orElse(null);
    }
}
