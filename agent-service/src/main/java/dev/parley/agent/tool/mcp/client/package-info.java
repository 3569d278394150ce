/**
 * Tools of others: the servers of {@code MCP_SERVERS}, spoken to by the Model Context Protocol (streamable HTTP). What they
 * offer is asked for in the background, again and again; what they answer is data and never trusted. Owns no topic and no
 * table.
 */
@NullMarked
package dev.parley.agent.tool.mcp.client;

import org.jspecify.annotations.NullMarked;
