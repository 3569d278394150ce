package dev.parley.platform.web;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Schemas of records that tell what the compiler knows of them: a component is required, or it is {@link Nullable} and may
 * be null. A request that has to have what its record calls nullable says so by its validation.
 */
final class RecordModels extends ModelResolver {
    private static final String REFERENCE = "#/components/schemas/";

    RecordModels(ObjectMapper mapper) {
        super(mapper);
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType annotated, ModelConverterContext context, Iterator<ModelConverter> next) {
        Schema<?> resolved = super.resolve(annotated, context, next);
        JavaType type = _mapper.constructType(annotated.getType());
        if (resolved != null && type.isTypeOrSubTypeOf(Record.class)) {
            describe(type, defined(resolved, context));
        }
        return resolved;
    }

    private static @Nullable Schema<?> defined(Schema<?> resolved, ModelConverterContext context) {
        String reference = resolved.get$ref();
        return reference == null ? resolved : context.getDefinedModels().get(reference.substring(REFERENCE.length()));
    }

    private void describe(JavaType type, @Nullable Schema<?> model) {
        if (model == null || model.getProperties() == null) {
            return;
        }
        Map<String, RecordComponent> components = Stream.of(type.getRawClass().getRecordComponents())
                .collect(Collectors.toMap(RecordComponent::getName, Function.identity()));
        for (BeanPropertyDefinition property :
                _mapper.getSerializationConfig().introspect(type).findProperties()) {
            RecordComponent component = components.get(property.getInternalName());
            if (component != null && model.getProperties().containsKey(property.getName())) {
                describe(property.getName(), component, model);
            }
        }
    }

    private static void describe(String name, RecordComponent component, Schema<?> model) {
        boolean required = model.getRequired() != null && model.getRequired().contains(name);
        if (required) {
            return;
        }
        if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            model.getProperties().compute(name, (_, property) -> nullable(property));
        } else {
            model.addRequiredItem(name);
        }
    }

    private static Schema<?> nullable(Schema<?> property) {
        if (property.get$ref() != null) {
            return new JsonSchema().anyOf(List.of(property, new JsonSchema().types(Set.of("null"))));
        }
        if (property.getTypes() != null) {
            property.addType("null");
        }
        return property;
    }
}
