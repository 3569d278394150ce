package dev.parley.contracts;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.parley.testing.architecture.HouseRules;

@AnalyzeClasses(packages = "dev.parley.contracts")
class ContractsArchitectureTest {

    @ArchTest
    static final ArchRule free = HouseRules.contracts_are_free_of_frameworks;

    @ArchTest
    static final ArchRule named = HouseRules.packages_are_named_after_features;

    @ArchTest
    static final ArchRule marked = HouseRules.packages_are_null_marked;

    @ArchTest
    static final ArchRule timeless = HouseRules.clocks_are_injected;

    @ArchTest
    static final ArchRule awake = HouseRules.no_test_sleeps;

    @ArchTest
    static final ArchRule complete = HouseRules.no_test_is_disabled;
}
