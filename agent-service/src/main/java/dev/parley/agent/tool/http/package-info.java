/**
 * Tools that are described in files, and done by asking a web service: one YAML file of {@code TOOLS_DIR} each. Reads the
 * folder once, at start; owns no topic and no table.
 */
@NullMarked
package dev.parley.agent.tool.http;

import org.jspecify.annotations.NullMarked;
