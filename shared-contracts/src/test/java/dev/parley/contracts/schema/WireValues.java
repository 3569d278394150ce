package dev.parley.contracts.schema;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinitionProviderV2;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Types that are one JSON string: times, ids, enums. */
final class WireValues implements CustomDefinitionProviderV2 {

    private static final Map<Class<?>, String> FORMATS = Map.of(Instant.class, "date-time", UUID.class, "uuid");

    @Override
    public @Nullable CustomDefinition provideCustomSchemaDefinition(
            ResolvedType resolved, SchemaGenerationContext context) {
        Class<?> type = resolved.getErasedType();
        ObjectNode schema = context.getGeneratorConfig().createObjectNode();
        if (type.isEnum()) {
            Stream.of(type.getEnumConstants())
                    .map(constant -> wireName((Enum<?>) constant))
                    .forEach(schema.put("type", "string").putArray("enum")::add);
            return inline(schema);
        }
        String format = FORMATS.get(valueType(type));
        return format == null ? null : inline(schema.put("type", "string").put("format", format));
    }

    /** Of a record that is written as its only component, the type of that; otherwise the type itself. */
    private static Class<?> valueType(Class<?> type) {
        if (!type.isRecord() || type.getRecordComponents().length != 1) {
            return type;
        }
        RecordComponent only = type.getRecordComponents()[0];
        return only.getAccessor().isAnnotationPresent(JsonValue.class) ? only.getType() : type;
    }

    private static String wireName(Enum<?> constant) {
        try {
            JsonProperty name =
                    constant.getDeclaringClass().getField(constant.name()).getAnnotation(JsonProperty.class);
            if (name == null) {
                throw new AssertionError(constant.getDeclaringClass() + "." + constant + " has no name on the wire");
            }
            return name.value();
        } catch (NoSuchFieldException e) {
            throw new AssertionError(e);
        }
    }

    private static CustomDefinition inline(ObjectNode schema) {
        return new CustomDefinition(schema, CustomDefinition.INLINE_DEFINITION, CustomDefinition.INCLUDING_ATTRIBUTES);
    }
}
