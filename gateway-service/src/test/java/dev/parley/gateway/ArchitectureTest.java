package dev.parley.gateway;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.parley.testing.architecture.HouseRules;

@AnalyzeClasses(packages = "dev.parley.gateway")
class ArchitectureTest {

    @ArchTest
    static final ArchTests house = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule no_kafka = HouseRules.kafkaOnlyIn();
}
