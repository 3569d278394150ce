package dev.parley.agent.tool.mcp.client;

import dev.parley.agent.tool.Excerpt;
import dev.parley.agent.tool.ToolOutcome;
import dev.parley.agent.tool.ToolOutcome.Failure;
import dev.parley.agent.tool.ToolOutcome.Success;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Content;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a server answers, marked as what it is: data of somebody else, and no instructions. */
final class RemoteResult {
    private static final int LONGEST_ERROR = 2_000;

    private RemoteResult() {}

    static ToolOutcome of(String server, CallToolResult answer) {
        List<Content> content = answer.content() == null ? List.of() : answer.content();
        String text = content.stream()
                .filter(TextContent.class::isInstance)
                .map(it -> ((TextContent) it).text())
                .collect(Collectors.joining("\n"));
        if (Boolean.TRUE.equals(answer.isError())) {
            return new Failure("tool_refused", "“" + server + "” refused: " + Excerpt.of(text, LONGEST_ERROR));
        }
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("untrusted", true);
        result.put("source", "mcp:" + server);
        if (answer.structuredContent() != null) {
            result.put("data", answer.structuredContent());
        } else {
            result.put("text", text);
        }
        List<String> left = content.stream()
                .filter(it -> !(it instanceof TextContent))
                .map(Content::type)
                .toList();
        if (!left.isEmpty()) {
            result.put("left_out", left);
        }
        return new Success(result, false);
    }
}
