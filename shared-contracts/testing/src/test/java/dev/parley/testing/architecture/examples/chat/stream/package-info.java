/** The other half of a cycle. */
@NullMarked
package dev.parley.testing.architecture.examples.chat.stream;

import org.jspecify.annotations.NullMarked;
