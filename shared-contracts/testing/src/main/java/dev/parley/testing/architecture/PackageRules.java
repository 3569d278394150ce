package dev.parley.testing.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;

/** How packages are named and marked. */
final class PackageRules {

    private static final Set<String> NOT_FEATURES = Set.of(
            "service",
            "services",
            "dto",
            "dtos",
            "impl",
            "util",
            "utils",
            "common",
            "helper",
            "helpers",
            "model",
            "models",
            "controller",
            "controllers",
            "repository",
            "repositories",
            "entity",
            "entities");

    /** Whom an assistant asks is called a model, by everybody. */
    private static final List<String> A_FEATURE_ALL_THE_SAME = List.of("agent", "model");

    private PackageRules() {}

    static ArchRule namedAfterFeatures(DescribedPredicate<JavaClass> scope, String root) {
        return noClasses()
                .that(scope)
                .should(sitInAPackageNamedAfterARole(root))
                .allowEmptyShould(true)
                .because("a package is a feature, with a business noun for a name");
    }

    static ArchRule nullMarked(DescribedPredicate<JavaClass> scope) {
        return classes()
                .that(scope)
                .should(sitInANullMarkedPackage())
                .allowEmptyShould(true)
                .because("what may be null says so, and everything else is not");
    }

    private static ArchCondition<JavaClass> sitInAPackageNamedAfterARole(String root) {
        return new ArchCondition<>("sit in a package named after a role") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                List<String> parts = FeatureSlices.partsBelow(root, type);
                boolean role = parts.stream().anyMatch(NOT_FEATURES::contains) && !isTheException(parts);
                events.add(
                        new SimpleConditionEvent(type, role, type.getName() + " sits in a package named after a role"));
            }
        };
    }

    private static boolean isTheException(List<String> parts) {
        return parts.size() >= 2
                && parts.subList(0, 2).equals(A_FEATURE_ALL_THE_SAME)
                && parts.stream().skip(2).noneMatch(NOT_FEATURES::contains);
    }

    private static ArchCondition<JavaClass> sitInANullMarkedPackage() {
        return new ArchCondition<>("sit in a package that is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked");
                events.add(new SimpleConditionEvent(
                        type, marked, type.getPackageName() + " (" + type.getSimpleName() + ") is not @NullMarked"));
            }
        };
    }
}
