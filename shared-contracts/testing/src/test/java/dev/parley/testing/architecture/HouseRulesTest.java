package dev.parley.testing.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each rule finds the bad example and leaves the good one in peace. */
class HouseRulesTest {

    private static final String EXAMPLES = HouseRulesTest.class.getPackageName() + ".examples";

    @Test
    void two_features_that_know_each_other_are_a_cycle() {
        ArchRule rule = ModuleRules.noCycles(Scope.ALL, EXAMPLES);

        assertThat(findings(rule, "chat.turn", "chat.stream")).isNotEmpty();
        assertThat(findings(rule, "chat.stream", "agent.turn")).isEmpty();
    }

    @Test
    void a_service_knows_the_contracts_and_no_other_service() {
        ArchRule rule = ModuleRules.servicesStandApart(Scope.ALL, EXAMPLES);

        assertThat(findings(rule, "chat.turn")).isNotEmpty().allMatch(each -> each.contains("NosyTurn"));
        assertThat(findings(rule, "agent.turn")).isEmpty();
    }

    @Test
    void a_contract_knows_no_framework() {
        ArchRule rule = ModuleRules.contractsAreFree(Scope.ALL, EXAMPLES);

        assertThat(findings(rule, "contracts")).isNotEmpty().allMatch(finding -> finding.contains("SpringFact"));
    }

    @Test
    void a_package_is_not_named_after_a_role() {
        ArchRule rule = PackageRules.namedAfterFeatures(Scope.ALL, EXAMPLES);

        assertThat(findings(rule, "chat", "agent")).isNotEmpty().allMatch(each -> each.contains("chat.service"));
    }

    @Test
    void a_package_says_that_it_is_null_marked() {
        ArchRule rule = PackageRules.nullMarked(Scope.ALL);

        assertThat(findings(rule, "unmarked")).singleElement().asString().contains("unmarked (Unmarked)");
        assertThat(findings(rule, "contracts")).isEmpty();
    }

    @Test
    void a_field_is_not_injected() {
        assertOnly(CodeRules.noFieldInjection(Scope.ALL), "FieldInjection");
    }

    @Test
    void the_system_clock_is_read_in_configurations_only() {
        assertOnly(
                CodeRules.clockIsInjected(Scope.ALL),
                "ClockReader$ByInstant",
                "ClockReader$ByZone",
                "ClockReader$ByMillis",
                "ClockReader$ByOwnClock");
    }

    @Test
    void java_util_logging_is_not_used() {
        assertOnly(CodeRules.onlySlf4j(Scope.ALL), "JulLogger");
    }

    @Test
    void nothing_is_printed() {
        assertOnly(CodeRules.noPrinting(Scope.ALL), "Printer");
    }

    @Test
    void a_handler_knows_no_sql_but_a_repository_does() {
        assertOnly(DependencyRules.sqlOnlyInRepositories(Scope.ALL, HouseRules.ROOT), "SwitchHandler");
    }

    @Test
    void kafka_is_in_bindings_and_where_it_is_allowed_by_name() {
        assertOnly(DependencyRules.kafkaOnlyIn(Scope.ALL), "SwitchHandler");
        assertOnly(DependencyRules.kafkaOnlyIn(Scope.ALL, EXAMPLES + ".plain.SwitchHandler"));
        assertOnly(DependencyRules.kafkaOnlyIn(Scope.ALL, EXAMPLES + ".."));
        assertOnly(DependencyRules.kafkaOnlyIn(Scope.ALL, EXAMPLES + ".pla.."), "SwitchHandler");
    }

    @Test
    void a_controller_is_package_private() {
        assertOnly(WebRules.controllersArePackagePrivate(Scope.ALL), "OpenController");
    }

    @Test
    void an_endpoint_has_a_summary_that_is_not_blank() {
        List<String> findings = findings(WebRules.endpointsAreDocumented(Scope.ALL), "plain");

        assertThat(findings)
                .hasSize(2)
                .anyMatch(each -> each.contains("silent"))
                .anyMatch(each -> each.contains("empty"));
    }

    @Test
    void a_test_is_neither_disabled_nor_asleep() {
        assertOnly(TestCodeRules.nothingIsDisabled(Scope.ALL), "LazyTests");
        assertOnly(TestCodeRules.nothingSleeps(Scope.ALL), "LazyTests");
    }

    @Test
    void main_and_test_code_are_told_apart() {
        JavaClasses both = new ClassFileImporter().importClasses(HouseRules.class, HouseRulesTest.class);

        assertThat(Scope.MAIN.test(both.get(HouseRules.class))).isTrue();
        assertThat(Scope.MAIN.test(both.get(HouseRulesTest.class))).isFalse();
        assertThat(Scope.TESTS.test(both.get(HouseRulesTest.class))).isTrue();
    }

    /** The classes with findings among the plain examples are exactly these. */
    private static void assertOnly(ArchRule rule, String... names) {
        List<String> findings = findings(rule, "plain");
        for (String name : names) {
            assertThat(findings).anyMatch(finding -> finding.contains("plain." + name));
        }
        assertThat(findings).allMatch(finding -> List.of(names).stream().anyMatch(finding::contains));
    }

    private static List<String> findings(ArchRule rule, String... packages) {
        String[] full =
                List.of(packages).stream().map(each -> EXAMPLES + "." + each).toArray(String[]::new);
        return rule.evaluate(new ClassFileImporter().importPackages(full))
                .getFailureReport()
                .getDetails();
    }
}
