package dev.parley.agent.tool;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedElement;
import java.util.LinkedHashMap;
import java.util.Map;

/** What Bean Validation's annotations are in JSON Schema. */
final class SchemaBounds {
    private SchemaBounds() {}

    static Map<String, Object> of(AnnotatedElement annotated, boolean text) {
        Map<String, Object> bounds = new LinkedHashMap<>();
        Min min = annotated.getAnnotation(Min.class);
        if (min != null) {
            bounds.put("minimum", min.value());
        }
        Max max = annotated.getAnnotation(Max.class);
        if (max != null) {
            bounds.put("maximum", max.value());
        }
        if (annotated.isAnnotationPresent(NotBlank.class)) {
            bounds.put("minLength", 1);
        }
        Size size = annotated.getAnnotation(Size.class);
        if (size != null) {
            bounds.put(text ? "maxLength" : "maxItems", size.max());
        }
        return bounds;
    }
}
