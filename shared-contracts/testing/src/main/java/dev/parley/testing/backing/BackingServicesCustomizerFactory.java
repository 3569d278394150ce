package dev.parley.testing.backing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Found by Spring's test framework through {@code META-INF/spring.factories}. */
final class BackingServicesCustomizerFactory implements ContextCustomizerFactory {

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
            Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
        BackingServices wanted = TestContextAnnotationUtils.findMergedAnnotation(testClass, BackingServices.class);
        if (wanted == null) {
            return null;
        }
        Class<?> owner = wanted.ownContext() ? outermost(testClass) : null;
        return new BackingServicesCustomizer(wanted.broker(), wanted.database(), owner);
    }

    private static Class<?> outermost(Class<?> testClass) {
        Class<?> enclosing = testClass.getEnclosingClass();
        return enclosing == null ? testClass : outermost(enclosing);
    }
}
