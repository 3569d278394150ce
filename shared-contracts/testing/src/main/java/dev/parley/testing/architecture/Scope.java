package dev.parley.testing.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;

/** Which classes a rule is about; main and test code are told apart by the folder they were compiled to. */
final class Scope {

    static final DescribedPredicate<JavaClass> TESTS = DescribedPredicate.describe("test code", Scope::isTest);
    static final DescribedPredicate<JavaClass> MAIN = DescribedPredicate.describe("main code", type -> !isTest(type));
    static final DescribedPredicate<JavaClass> ALL = DescribedPredicate.alwaysTrue();

    private Scope() {}

    private static boolean isTest(JavaClass type) {
        return type.getSource()
                .map(source -> source.getUri().toString().contains("/test-classes/"))
                .orElse(false);
    }

    /** Whether it can be started from a command line. */
    static boolean isProgram(JavaClass type) {
        return type.tryGetMethod("main", String[].class).isPresent();
    }

    /** The class in whose file this one is written. */
    static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(Scope::outermost).orElse(type);
    }
}
