package dev.parley.testing.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Date;

/** What code does not do by itself: find its collaborators, read the clock, print. */
final class CodeRules {

    private CodeRules() {}

    static ArchRule noFieldInjection(DescribedPredicate<JavaClass> scope) {
        return noFields()
                .that()
                .areDeclaredInClassesThat(scope)
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .orShould()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                .orShould()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("jakarta.annotation.Resource")
                .orShould()
                .beAnnotatedWith("jakarta.persistence.PersistenceContext")
                .allowEmptyShould(true)
                .because("a constructor says what a class needs");
    }

    /** A clock is made where beans are made, and in programs; durations are measured with System.nanoTime. */
    static ArchRule clockIsInjected(DescribedPredicate<JavaClass> scope) {
        return noClasses()
                .that(scope)
                .should()
                .callMethodWhere(target(readsTheSystemClock()))
                .orShould()
                .callConstructor(Date.class)
                .orShould()
                .callMethodWhere(target(makesAClock()).and(outsideOfConfigurations()))
                .allowEmptyShould(true)
                .because("a test has to be able to say what time it is");
    }

    static ArchRule onlySlf4j(DescribedPredicate<JavaClass> scope) {
        return noClasses()
                .that(scope)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "org.apache.commons.logging..", "org.apache.logging.log4j..")
                .allowEmptyShould(true)
                .because("there is one way to log");
    }

    /** A program talks to the person who has started it. */
    static ArchRule noPrinting(DescribedPredicate<JavaClass> scope) {
        return noClasses()
                .that(scope)
                .and(DescribedPredicate.describe("are not programs", type -> !Scope.isProgram(Scope.outermost(type))))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .allowEmptyShould(true)
                .because("what is worth saying is worth a log line");
    }

    private static DescribedPredicate<AccessTarget.CodeUnitCallTarget> readsTheSystemClock() {
        return DescribedPredicate.describe(
                "reads the system's clock",
                called -> isSystemMillis(called)
                        || (isNow(called)
                                && !called.getRawParameterTypes().stream()
                                        .anyMatch(parameter -> parameter.isAssignableTo(Clock.class))));
    }

    private static boolean isSystemMillis(AccessTarget.CodeUnitCallTarget called) {
        return called.getName().equals("currentTimeMillis") && called.getOwner().isEquivalentTo(System.class);
    }

    private static boolean isNow(AccessTarget.CodeUnitCallTarget called) {
        return called.getName().equals("now")
                && called.getOwner().getPackageName().startsWith("java.time");
    }

    private static DescribedPredicate<AccessTarget.CodeUnitCallTarget> makesAClock() {
        return DescribedPredicate.describe(
                "makes a clock",
                called -> called.getOwner().isEquivalentTo(Clock.class)
                        && called.getName().startsWith("system"));
    }

    private static DescribedPredicate<JavaCall<?>> outsideOfConfigurations() {
        return DescribedPredicate.describe("outside of configurations", call -> {
            JavaClass outermost = Scope.outermost(call.getOriginOwner());
            return !outermost.isMetaAnnotatedWith("org.springframework.context.annotation.Configuration")
                    && !outermost.isAnnotatedWith("org.springframework.context.annotation.Configuration")
                    && !Scope.isProgram(outermost);
        });
    }
}
