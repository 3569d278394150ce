/**
 * Models that are asked over HTTP, in OpenAI's words or in Anthropic's. LangChain4j knows the protocols; the HTTP below it is
 * ours, because its own loses {@code Retry-After}, cannot be cancelled before the first token, and reads every stream on the few
 * threads of the common pool.
 */
@NullMarked
package dev.parley.agent.model.remote;

import org.jspecify.annotations.NullMarked;
