package dev.parley.agent.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.parley.agent", importOptions = ImportOption.DoNotIncludeTests.class)
class LangChain4jStaysInItsPlaceTest {
    @ArchTest
    static final ArchRule only_models_and_tools_know_it = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.parley.agent.model..", "dev.parley.agent.tool..", "dev.parley.agent.knowledge..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.langchain4j..");

    @ArchTest
    static final ArchRule the_seam_does_not_show_it = noClasses()
            .that()
            .resideInAnyPackage("dev.parley.agent.model", "dev.parley.agent.tool")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.langchain4j..");
}
