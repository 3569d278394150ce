/**
 * Language models behind one small interface: {@link dev.parley.agent.model.Models} finds them by name, a
 * {@link dev.parley.agent.model.Model} streams one answer. Owns the providers (OpenAI-compatible ones and the built-in
 * {@code offline}), their retries before the first token, their watchdogs, and the price table. Reads and writes no topic
 * and no table.
 */
@NullMarked
package dev.parley.agent.model;

import org.jspecify.annotations.NullMarked;
