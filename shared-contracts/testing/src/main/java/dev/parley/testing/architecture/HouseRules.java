package dev.parley.testing.architecture;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * What holds in every module. A module takes all of it, and says where it uses Kafka directly:
 *
 * <pre>{@code
 * @AnalyzeClasses(packages = "dev.parley.chat")
 * class ArchitectureTest {
 *     @ArchTest
 *     static final ArchTests house = ArchTests.in(HouseRules.class);
 *
 *     @ArchTest
 *     static final ArchRule kafka = HouseRules.kafkaOnlyIn("dev.parley.chat.stream.TurnTail");
 * }
 * }</pre>
 *
 * <p>An exception from one of them is a line in the module's {@code archunit_ignore_patterns.txt}, with its reason.
 */
public final class HouseRules {

    static final String ROOT = "dev.parley";

    @ArchTest
    public static final ArchRule features_have_no_cycles = ModuleRules.noCycles(Scope.MAIN, ROOT);

    @ArchTest
    public static final ArchRule services_stand_apart = ModuleRules.servicesStandApart(Scope.MAIN, ROOT);

    @ArchTest
    public static final ArchRule contracts_are_free_of_frameworks = ModuleRules.contractsAreFree(Scope.MAIN, ROOT);

    @ArchTest
    public static final ArchRule packages_are_named_after_features = PackageRules.namedAfterFeatures(Scope.MAIN, ROOT);

    @ArchTest
    public static final ArchRule packages_are_null_marked = PackageRules.nullMarked(Scope.ALL);

    @ArchTest
    public static final ArchRule nothing_is_injected_into_fields = CodeRules.noFieldInjection(Scope.MAIN);

    @ArchTest
    public static final ArchRule clocks_are_injected = CodeRules.clockIsInjected(Scope.MAIN);

    @ArchTest
    public static final ArchRule logs_go_through_slf4j = CodeRules.onlySlf4j(Scope.MAIN);

    @ArchTest
    public static final ArchRule nothing_is_printed = CodeRules.noPrinting(Scope.MAIN);

    @ArchTest
    public static final ArchRule sql_is_in_repositories = DependencyRules.sqlOnlyInRepositories(Scope.MAIN, ROOT);

    @ArchTest
    public static final ArchRule reasons_are_given_for_all_tenants = DependencyRules.reasonsForAllTenants(Scope.MAIN);

    @ArchTest
    public static final ArchRule controllers_are_package_private = WebRules.controllersArePackagePrivate(Scope.MAIN);

    @ArchTest
    public static final ArchRule endpoints_are_documented = WebRules.endpointsAreDocumented(Scope.MAIN);

    @ArchTest
    public static final ArchRule no_test_is_disabled = TestCodeRules.nothingIsDisabled(Scope.TESTS);

    @ArchTest
    public static final ArchRule no_test_sleeps = TestCodeRules.nothingSleeps(Scope.TESTS);

    private HouseRules() {}

    /**
     * Kafka is used in {@code ..messaging..}, in {@code *Bindings}, and in the classes and packages that are named.
     *
     * @param places full names of classes, or packages with {@code ..} at the end
     */
    public static ArchRule kafkaOnlyIn(String... places) {
        return DependencyRules.kafkaOnlyIn(Scope.MAIN, places);
    }
}
