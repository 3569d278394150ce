package dev.parley.system.stack;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** For tests that reach into the stack's processes or files: they run only against a stack that the tests have started. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@DisabledIfSystemProperty(
        named = OwnStackOnly.BASE_URL,
        matches = ".+",
        disabledReason = "Reaches into the stack's own processes or files: runs only without -DbaseUrl")
public @interface OwnStackOnly {
    /** The property that names a running stack's gateway. */
    String BASE_URL = "baseUrl";
}
