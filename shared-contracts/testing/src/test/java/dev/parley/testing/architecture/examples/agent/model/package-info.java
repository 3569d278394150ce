/** Called a model by everybody. */
@NullMarked
package dev.parley.testing.architecture.examples.agent.model;

import org.jspecify.annotations.NullMarked;
