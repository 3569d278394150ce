package dev.parley.testing.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;

/** Who may know whom. */
final class ModuleRules {

    private static final Set<String> SERVICES = Set.of("chat", "agent", "location", "conversation", "gateway");
    private static final Set<String> SHARED = Set.of("contracts", "platform");

    private ModuleRules() {}

    static ArchRule noCycles(DescribedPredicate<JavaClass> scope, String root) {
        return slices().assignedFrom(new FeatureSlices(scope, root))
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .because("features meet in one direction, or through events");
    }

    static ArchRule servicesStandApart(DescribedPredicate<JavaClass> scope, String root) {
        return classes()
                .that(scope)
                .should(knowOnlyTheirOwnServiceAndWhatIsShared(root))
                .allowEmptyShould(true)
                .because("services talk over Kafka and HTTP, never by class");
    }

    static ArchRule contractsAreFree(DescribedPredicate<JavaClass> scope, String root) {
        String contracts = root + ".contracts..";
        return classes()
                .that(scope)
                .and()
                .resideInAPackage(contracts)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(contracts, "java..", "org.jspecify..", "com.fasterxml.jackson.annotation..")
                .allowEmptyShould(true)
                .because("the words on the wire outlive every framework");
    }

    private static ArchCondition<JavaClass> knowOnlyTheirOwnServiceAndWhatIsShared(String root) {
        return new ArchCondition<>("know only their own service and what is shared") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                List<String> parts = FeatureSlices.partsBelow(root, type);
                if (parts.isEmpty() || !SERVICES.contains(parts.getFirst())) {
                    return;
                }
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> isForeign(root, parts.getFirst(), dependency))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription())));
            }
        };
    }

    private static boolean isForeign(String root, String service, Dependency dependency) {
        List<String> target = FeatureSlices.partsBelow(root, dependency.getTargetClass());
        return !target.isEmpty() && !target.getFirst().equals(service) && !SHARED.contains(target.getFirst());
    }
}
