/** Words on the wire, one with a framework in it. */
@NullMarked
package dev.parley.testing.architecture.examples.contracts;

import org.jspecify.annotations.NullMarked;
