package dev.parley.agent;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.parley.testing.architecture.HouseRules;

@AnalyzeClasses(packages = "dev.parley.agent")
class ArchitectureTest {
    @ArchTest
    static final ArchTests house = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule kafka = HouseRules.kafkaOnlyIn(
            "dev.parley.agent.turn.AnswerText",
            "dev.parley.agent.turn.StreamWriter",
            "dev.parley.agent.location.ResultsTail",
            "dev.parley.agent.memory.LogReading");
}
