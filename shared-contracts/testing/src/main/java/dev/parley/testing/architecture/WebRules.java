package dev.parley.testing.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Controllers and their endpoints. */
final class WebRules {

    private static final String CONTROLLER = "org.springframework.stereotype.Controller";
    private static final String MAPPING = "org.springframework.web.bind.annotation.RequestMapping";
    private static final String OPERATION = "io.swagger.v3.oas.annotations.Operation";

    private WebRules() {}

    static ArchRule controllersArePackagePrivate(DescribedPredicate<JavaClass> scope) {
        return classes()
                .that(scope)
                .and(are(CONTROLLER))
                .should()
                .bePackagePrivate()
                .allowEmptyShould(true)
                .because("nobody calls a controller but HTTP");
    }

    static ArchRule endpointsAreDocumented(DescribedPredicate<JavaClass> scope) {
        return methods()
                .that()
                .areDeclaredInClassesThat(scope)
                .and(are(MAPPING))
                .should(haveAnOperationWithASummary())
                .allowEmptyShould(true)
                .because("the API's documentation is made from its code");
    }

    private static DescribedPredicate<CanBeAnnotated> are(String annotation) {
        return CanBeAnnotated.Predicates.annotatedWith(annotation)
                .or(CanBeAnnotated.Predicates.metaAnnotatedWith(annotation));
    }

    private static ArchCondition<JavaMethod> haveAnOperationWithASummary() {
        return new ArchCondition<>("have an @Operation with a summary") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean documented = method.tryGetAnnotationOfType(OPERATION)
                        .flatMap(operation -> operation.get("summary"))
                        .filter(summary -> !summary.toString().isBlank())
                        .isPresent();
                events.add(new SimpleConditionEvent(
                        method, documented, method.getFullName() + " has no @Operation with a summary"));
            }
        };
    }
}
