package dev.parley.agent.tool.mcp.server;

import dev.parley.agent.tool.ToolDescription;
import dev.parley.agent.tool.ToolEffect;
import dev.parley.agent.tool.Tools;
import dev.parley.agent.tool.ToolsChanged;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Offers all tools by the protocol: makes a new server, which is cheap, whenever there are others. */
@Component
class McpToolServer {
    private final Tools tools;
    private final McpToolCalls calls;
    private final McpMessages messages;
    private final McpJsonMapper json;
    private final String version;

    McpToolServer(
            Tools tools,
            McpToolCalls calls,
            McpMessages messages,
            McpJsonMapper json,
            @Value("${info.version:development}") String version) {
        this.tools = tools;
        this.calls = calls;
        this.messages = messages;
        this.json = json;
        this.version = version;
        offer();
    }

    @EventListener(ToolsChanged.class)
    final synchronized void offer() {
        var _ = McpServer.sync(messages)
                .serverInfo("parley", version)
                .capabilities(ServerCapabilities.builder().tools(false).build())
                .jsonMapper(json)
                // The registry validates arguments, in words for a model.
                .validateToolInputs(false)
                .jsonSchemaValidator((schema, value) -> JsonSchemaValidator.ValidationResponse.asValid(null))
                // On the thread of the message: each has its own.
                .immediateExecution(true)
                .tools(tools.all().stream().map(this::specification).toList())
                .build();
    }

    private SyncToolSpecification specification(ToolDescription tool) {
        return new SyncToolSpecification(
                described(tool), (context, request) -> calls.call(tool, request, McpCaller.in(context)));
    }

    private static Tool described(ToolDescription tool) {
        ToolEffect effect = tool.effect();
        return Tool.builder(tool.toolId(), tool.parameters())
                .title(tool.name())
                .description(tool.description())
                .annotations(ToolAnnotations.builder()
                        .title(tool.name())
                        .readOnlyHint(!effect.changes())
                        .destructiveHint(effect.changes())
                        .idempotentHint(effect.repeatable())
                        .openWorldHint(true)
                        .build())
                .build();
    }
}
