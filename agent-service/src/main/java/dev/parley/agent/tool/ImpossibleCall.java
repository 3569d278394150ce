package dev.parley.agent.tool;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call that cannot be made; running it tells why. */
record ImpossibleCall(
        String toolId, Map<String, @Nullable Object> arguments, ToolOutcome.Failure reason, boolean isKnown)
        implements PreparedCall {
    ImpossibleCall(String toolId, Map<String, @Nullable Object> arguments, ToolOutcome.Failure reason) {
        this(toolId, arguments, reason, true);
    }

    @Override
    public boolean isPossible() {
        return false;
    }

    @Override
    public ToolEffect effect() {
        return isKnown ? ToolEffect.READ : ToolEffect.WRITE;
    }

    @Override
    public boolean approvalRequired() {
        return false;
    }

    @Override
    public ToolOutcome run(ToolInvocation invocation) {
        return reason;
    }
}
