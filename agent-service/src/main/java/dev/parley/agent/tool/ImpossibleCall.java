package dev.parley.agent.tool;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call that cannot be made; running it tells why. */
record ImpossibleCall(String toolId, Map<String, @Nullable Object> arguments, ToolOutcome.Failure reason)
        implements PreparedCall {
    @Override
    public ToolEffect effect() {
        return ToolEffect.READ;
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
