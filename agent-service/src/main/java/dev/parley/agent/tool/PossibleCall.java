package dev.parley.agent.tool;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call whose tool exists and takes the arguments.
 *
 * @param arguments as the model gave them
 * @param body the tool with the arguments that it takes
 */
record PossibleCall(ToolDescription description, Map<String, @Nullable Object> arguments, Body body, ToolRunner runner)
        implements PreparedCall {
    /** What is done. */
    interface Body {
        ToolOutcome run(ToolInvocation invocation) throws Exception;
    }

    @Override
    public String toolId() {
        return description.toolId();
    }

    @Override
    public ToolEffect effect() {
        return description.effect();
    }

    @Override
    public boolean approvalRequired() {
        return description.approvalRequired();
    }

    @Override
    public ToolOutcome run(ToolInvocation invocation) {
        return runner.run(description, body::run, invocation);
    }
}
