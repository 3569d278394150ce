/** What both sides of the Model Context Protocol share here. */
@NullMarked
package dev.parley.agent.tool.mcp;

import org.jspecify.annotations.NullMarked;
