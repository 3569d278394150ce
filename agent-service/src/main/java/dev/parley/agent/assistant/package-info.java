/**
 * Who answers: assistants, each with a prompt, tools, limits, and others that it may hand a part of its task to. They are files:
 * those that the service brings along, and those of the folder of {@code ASSISTANTS_DIR}. No topic and no table of its own.
 */
@NullMarked
package dev.parley.agent.assistant;

import org.jspecify.annotations.NullMarked;
