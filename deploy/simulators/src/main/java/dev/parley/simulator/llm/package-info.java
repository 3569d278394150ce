/**
 * A stand-in for an OpenAI-compatible API. Reads requests for chat completions, models and embeddings; writes answers that a test
 * scripted, or that the request's model name and message ask for. Owns what it has received, in memory.
 */
@NullMarked
package dev.parley.simulator.llm;

import org.jspecify.annotations.NullMarked;
