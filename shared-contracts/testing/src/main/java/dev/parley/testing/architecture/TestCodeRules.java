package dev.parley.testing.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** What tests do not do. */
final class TestCodeRules {

    private static final String DISABLED = "org.junit.jupiter.api.Disabled";
    private static final Set<Class<?>> SLEEPERS = Set.of(Thread.class, TimeUnit.class);

    private TestCodeRules() {}

    static ArchRule nothingIsDisabled(DescribedPredicate<JavaClass> scope) {
        ArchRule types =
                noClasses().that(scope).should().beAnnotatedWith(DISABLED).allowEmptyShould(true);
        ArchRule methods = noMethods()
                .that()
                .areDeclaredInClassesThat(scope)
                .should()
                .beAnnotatedWith(DISABLED)
                .allowEmptyShould(true);
        return CompositeArchRule.of(types).and(methods).because("a test is right or it is deleted");
    }

    static ArchRule nothingSleeps(DescribedPredicate<JavaClass> scope) {
        return noClasses()
                .that(scope)
                .should()
                .callMethodWhere(target(sleeps()))
                .allowEmptyShould(true)
                .because("a sleep is too long on one machine and too short on another: wait for what is meant");
    }

    private static DescribedPredicate<AccessTarget.CodeUnitCallTarget> sleeps() {
        return DescribedPredicate.describe(
                "sleeps",
                called -> called.getName().equals("sleep")
                        && SLEEPERS.stream().anyMatch(called.getOwner()::isEquivalentTo));
    }
}
