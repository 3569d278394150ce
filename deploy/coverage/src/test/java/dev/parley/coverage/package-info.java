/**
 * How much of the code the tests run. Reads the classes and the JaCoCo records of all modules, writes one report to {@code
 * target/site/coverage}.
 */
@NullMarked
package dev.parley.coverage;

import org.jspecify.annotations.NullMarked;
