package dev.parley.chat;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.parley.testing.architecture.HouseRules;

@AnalyzeClasses(packages = "dev.parley.chat")
class ArchitectureTest {
    @ArchTest
    static final ArchTests house = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule kafka =
            HouseRules.kafkaOnlyIn("dev.parley.chat.stream..", "dev.parley.chat.catalog.CatalogTail");
}
