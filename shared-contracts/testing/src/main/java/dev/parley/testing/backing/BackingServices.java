package dev.parley.testing.backing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Points the Spring context of a test at the JVM's broker and at a new, empty database of its own. The context can inject
 * the {@link TestDatabase}. Properties that the test itself sets win.
 *
 * <p>Test classes that are configured alike share a context, and with it the database, as Spring's cache has it: look for
 * your own keys, or ask for a context of your own. Only one context is open at a time. Tests without Spring need no
 * annotation: {@link Kafka} and {@link Databases} start what they are asked for.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface BackingServices {
    boolean broker() default true;

    boolean database() default true;

    /** Not shared with any other test class: for those that count rows or break things. */
    boolean ownContext() default false;
}
