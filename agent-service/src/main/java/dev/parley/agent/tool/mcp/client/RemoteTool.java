package dev.parley.agent.tool.mcp.client;

import dev.parley.agent.tool.SchemaTool;
import dev.parley.agent.tool.ToolDescription;
import dev.parley.agent.tool.ToolInvocation;
import dev.parley.agent.tool.ToolOutcome;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** @param name what its server calls it */
record RemoteTool(ToolDescription description, String name, McpConnection connection) implements SchemaTool {
    @Override
    public ToolOutcome run(Map<String, @Nullable Object> arguments, ToolInvocation invocation) {
        return connection.call(name, arguments);
    }
}
