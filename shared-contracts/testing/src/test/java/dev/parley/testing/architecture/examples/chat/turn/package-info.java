/** Half of a cycle, and a service that knows another. */
@NullMarked
package dev.parley.testing.architecture.examples.chat.turn;

import org.jspecify.annotations.NullMarked;
