package dev.parley.agent.tool.mcp.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agent.tool.SchemaTool;
import dev.parley.agent.tool.TestTools;
import dev.parley.agent.tool.ToolBudget;
import dev.parley.agent.tool.ToolDescription;
import dev.parley.agent.tool.ToolEffect;
import dev.parley.agent.tool.ToolInvocation;
import dev.parley.agent.tool.ToolOutcome;
import dev.parley.agent.tool.Tools;
import dev.parley.contracts.id.Principal;
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

    private static final McpCaller CALLER =
            McpCaller.of(new Principal(Principal.Kind.USER, UUID.randomUUID().toString()));

    @Test
    void what_a_person_has_to_agree_to_is_refused() {
        CallToolResult result = launched(true, ToolEffect.WRITE, _ -> false);

        assertThat(result.isError()).isTrue();
        assertThat(result.content().toString()).contains("approval_required", "agreed to by a person");
    }

    @Test
    void what_costs_money_is_refused_when_the_callers_budget_is_spent() {
        CallToolResult result = launched(false, ToolEffect.COSTS_MONEY, CALLER.principal()::equals);

        assertThat(result.isError()).isTrue();
        assertThat(result.content().toString()).contains("budget_exceeded");
    }

    private static CallToolResult launched(boolean approvalRequired, ToolEffect effect, ToolBudget budget) {
        var launch = new Launch(new ToolDescription(
                "launch",
                "Launch",
                "Launches.",
                "🚀",
                Map.of("type", "object", "properties", Map.of()),
                approvalRequired,
                effect,
                Duration.ofSeconds(5),
                List.of()));
        Tools tools = TestTools.registry(List.of(), List.of(launch));
        var calls = new McpToolCalls(tools, budget, UUID::randomUUID, Clock.systemUTC());

        return calls.call(
                tools.find("launch").orElseThrow(),
                CallToolRequest.builder("launch").build(),
                CALLER);
    }
}
