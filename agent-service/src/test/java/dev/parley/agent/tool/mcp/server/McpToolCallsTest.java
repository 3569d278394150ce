package dev.parley.agent.tool.mcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agent.tool.SchemaTool;
import dev.parley.agent.tool.TestTools;
import dev.parley.agent.tool.ToolDescription;
import dev.parley.agent.tool.ToolEffect;
import dev.parley.agent.tool.ToolInvocation;
import dev.parley.agent.tool.ToolOutcome;
import dev.parley.agent.tool.Tools;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class McpToolCallsTest {
    /** It would be bad if it ran. */
    private record Launch(ToolDescription description) implements SchemaTool {
        @Override
        public ToolOutcome run(Map<String, @Nullable Object> arguments, ToolInvocation invocation) {
            throw new AssertionError("nobody has agreed");
        }
    }

    @Test
    void what_a_person_has_to_agree_to_is_refused() {
        var launch = new Launch(new ToolDescription(
                "launch",
                "Launch",
                "Launches.",
                "🚀",
                Map.of("type", "object", "properties", Map.of()),
                true,
                ToolEffect.WRITE,
                Duration.ofSeconds(5),
                List.of()));
        Tools tools = TestTools.registry(List.of(), List.of(launch));
        var calls = new McpToolCalls(tools, UUID::randomUUID, Clock.systemUTC());

        CallToolResult result = calls.call(
                tools.find("launch").orElseThrow(),
                CallToolRequest.builder("launch").build());

        assertThat(result.isError()).isTrue();
        assertThat(result.content().toString()).contains("approval_required", "agreed to by a person");
    }
}
