package dev.parley.agent.tool.mcp.server;

import dev.parley.agent.tool.Excerpt;
import dev.parley.agent.tool.PreparedCall;
import dev.parley.agent.tool.ToolBudget;
import dev.parley.agent.tool.ToolDescription;
import dev.parley.agent.tool.ToolEffect;
import dev.parley.agent.tool.ToolInvocation;
import dev.parley.agent.tool.ToolOutcome;
import dev.parley.agent.tool.ToolOutcome.Failure;
import dev.parley.agent.tool.ToolOutcome.Success;
import dev.parley.agent.tool.Tools;
import dev.parley.platform.messaging.WireJson;
import dev.parley.platform.time.IdSource;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Runs calls as a turn does: arguments are validated, time and size are limited, and who leaves cancels. Whoever calls with the
 * own token has asked for it, so that tools may change something; but nobody is there to agree to a call.
 */
@Component
class McpToolCalls {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** Of the JSON of a result, in characters: as in a turn. */
    private static final int LONGEST_RESULT = 100_000;

    private static final Failure NEEDS_APPROVAL = new Failure(
            "approval_required",
            "Each call of this tool has to be agreed to by a person, which can be done in a conversation only.");
    private static final Failure UNKNOWN =
            new Failure("outcome_unknown", "The call was started and broke off; whether it took effect is not known.");

    private static final Failure NOTHING_LEFT =
            new Failure("budget_exceeded", "The budget of this month is spent, and the tool costs money.");

    private final Tools tools;
    private final ToolBudget budget;
    private final IdSource ids;
    private final Clock clock;

    McpToolCalls(Tools tools, ToolBudget budget, IdSource ids, Clock clock) {
        this.tools = tools;
        this.budget = budget;
        this.ids = ids;
        this.clock = clock;
    }

    CallToolResult call(ToolDescription tool, CallToolRequest request, McpCaller caller) {
        return result(outcome(tool, request, caller));
    }

    private ToolOutcome outcome(ToolDescription tool, CallToolRequest request, McpCaller caller) {
        if (tool.approvalRequired()) {
            return NEEDS_APPROVAL;
        }
        if (tool.effect() == ToolEffect.COSTS_MONEY && budget.isSpent(caller.principal())) {
            return NOTHING_LEFT;
        }
        return run(tool, request, caller);
    }

    private ToolOutcome run(ToolDescription tool, CallToolRequest request, McpCaller caller) {
        String arguments =
                WireJson.mapper().writeValueAsString(Objects.requireNonNullElse(request.arguments(), Map.of()));
        PreparedCall call = tools.prepare(tool.toolId(), arguments);
        ToolOutcome outcome =
                call.run(new ToolInvocation("mcp:" + ids.next(), clock.instant().plus(LONGEST), caller.left()));
        boolean unheard = outcome instanceof Failure failure && failure.isUnheard();
        return unheard && call.effect().changes() ? UNKNOWN : outcome;
    }

    private static CallToolResult result(ToolOutcome outcome) {
        String json = outcome.forModel();
        if (outcome instanceof Success success && json.length() <= LONGEST_RESULT) {
            return CallToolResult.builder()
                    .addTextContent(json)
                    .structuredContent(success.result())
                    .isError(false)
                    .build();
        }
        return CallToolResult.builder()
                .addTextContent(Excerpt.of(json, LONGEST_RESULT))
                .isError(outcome instanceof Failure)
                .build();
    }
}
