/**
 * What the assistant can do besides talking: a {@link dev.parley.agent.tool.Tool} bean for each ability, and what
 * a {@link dev.parley.agent.tool.ToolSource} offers, found and called through {@link dev.parley.agent.tool.Tools}. Owns their parameters' schemas, the validation of arguments, time limits,
 * and {@code GET /api/tools}. Places are asked for through {@code agent.location}; no topic and no table of its own.
 */
@NullMarked
package dev.parley.agent.tool;

import org.jspecify.annotations.NullMarked;
