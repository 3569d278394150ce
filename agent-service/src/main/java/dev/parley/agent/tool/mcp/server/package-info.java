/**
 * The tools for other agents: {@code POST /mcp} speaks the Model Context Protocol (streamable HTTP, stateless, so that any
 * replica answers) to who is signed in. Calls run as in a turn; owns no topic and no table.
 */
@NullMarked
package dev.parley.agent.tool.mcp.server;

import org.jspecify.annotations.NullMarked;
