package dev.parley.testing.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/** In which places a library is used. */
final class DependencyRules {

    private static final List<String> NOT_REPOSITORIES = List.of("Controller", "Handler", "Bindings", "Listener");

    private DependencyRules() {}

    static ArchRule reasonsForAllTenants(DescribedPredicate<JavaClass> scope) {
        return noClasses()
                .that(scope)
                .and(DescribedPredicate.describe(
                        "give no reason",
                        type -> !Scope.outermost(type).isAnnotatedWith("dev.parley.platform.tenant.AcrossTenants")))
                .should()
                .callMethodWhere(target(DescribedPredicate.describe(
                        "opens the rows of all tenants",
                        called -> called.getFullName().equals("dev.parley.platform.tenant.TenantScope.everyone()"))))
                .allowEmptyShould(true)
                .because("who sees the rows of all tenants says why, with @AcrossTenants");
    }

    static ArchRule kafkaOnlyIn(DescribedPredicate<JavaClass> scope, String... places) {
        return noClasses()
                .that(scope)
                .and(areNotAt(places))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka..", "org.springframework.kafka..", "org.springframework.cloud.stream..")
                .allowEmptyShould(true)
                .because("what a message means is apart from how it comes");
    }

    /** Which classes are repositories is a matter of taste; which are not, and that each belongs to a feature, is not. */
    static ArchRule sqlOnlyInRepositories(DescribedPredicate<JavaClass> scope, String root) {
        return noClasses()
                .that(scope)
                .and(areNoRepositories(root))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.jdbc.core..")
                .allowEmptyShould(true)
                .because("SQL is in repositories, classes of a feature that are named as collections");
    }

    private static DescribedPredicate<JavaClass> areNotAt(String... places) {
        return DescribedPredicate.describe("are not messaging, bindings or " + List.of(places), type -> {
            JavaClass outermost = Scope.outermost(type);
            return !type.getPackageName().contains(".messaging")
                    && !outermost.getSimpleName().endsWith("Bindings")
                    && Stream.of(places).noneMatch(place -> isAt(outermost, place));
        });
    }

    private static boolean isAt(JavaClass type, String place) {
        if (!place.endsWith("..")) {
            return type.getName().equals(place);
        }
        String parent = place.substring(0, place.length() - 2);
        return type.getPackageName().equals(parent) || type.getPackageName().startsWith(parent + ".");
    }

    private static DescribedPredicate<JavaClass> areNoRepositories(String root) {
        return DescribedPredicate.describe("are no repositories", type -> {
            JavaClass outermost = Scope.outermost(type);
            return FeatureSlices.partsBelow(root, type).size() < 2
                    || NOT_REPOSITORIES.stream().anyMatch(outermost.getSimpleName()::endsWith);
        });
    }
}
