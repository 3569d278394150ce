package dev.parley.agent.tool.mcp.server;

import dev.parley.contracts.id.Principal;
import io.modelcontextprotocol.common.McpTransportContext;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Who has sent a message.
 *
 * @param left completed when the connection was closed before the answer, which is how this protocol cancels
 */
record McpCaller(Principal principal, CompletableFuture<Void> left) {
    private static final String KEY = "caller";

    static McpCaller of(Principal principal) {
        return new McpCaller(principal, new CompletableFuture<>());
    }

    static McpCaller in(McpTransportContext context) {
        return (McpCaller) context.get(KEY);
    }

    McpTransportContext context() {
        return McpTransportContext.create(Map.of(KEY, this));
    }
}
