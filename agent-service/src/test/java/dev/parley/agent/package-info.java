/** Proof of agent-service. */
@NullMarked
package dev.parley.agent;

import org.jspecify.annotations.NullMarked;
