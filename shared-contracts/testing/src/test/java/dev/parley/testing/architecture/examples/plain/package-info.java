/** What code must not do, class by class, beside what it may. */
@NullMarked
package dev.parley.testing.architecture.examples.plain;

import org.jspecify.annotations.NullMarked;
