package dev.parley.system.stack;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of the whole. Its constructor and methods may ask for the {@link Stack}, which is started for the first one and stopped
 * after the last; or for a {@link LocalStack} with {@link Traced}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({StackParameters.class, LogsOfFailures.class})
public @interface Journey {}
