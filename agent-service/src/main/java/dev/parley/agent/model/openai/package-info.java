/**
 * Models that speak OpenAI's chat completions: OpenAI itself, and every server that is compatible with it. LangChain4j knows
 * the protocol; the HTTP below it is ours, because its own loses {@code Retry-After}, cannot be cancelled before the first
 * token, and reads every stream on the few threads of the common pool.
 */
@NullMarked
package dev.parley.agent.model.openai;

import org.jspecify.annotations.NullMarked;
