/** What another service must not know. */
@NullMarked
package dev.parley.testing.architecture.examples.agent.turn;

import org.jspecify.annotations.NullMarked;
