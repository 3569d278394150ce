package dev.parley.agent.tool;

import dev.parley.agent.tool.ArgumentReader.Valid;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call whose tool exists and takes the arguments. */
record PossibleCall<P extends Record>(RegisteredTool<P> registered, Valid<P> valid, ToolRunner runner)
        implements PreparedCall {
    @Override
    public String toolId() {
        return registered.description().toolId();
    }

    @Override
    public ToolEffect effect() {
        return registered.description().effect();
    }

    @Override
    public boolean approvalRequired() {
        return registered.description().approvalRequired();
    }

    @Override
    public Map<String, @Nullable Object> arguments() {
        return valid.given();
    }

    @Override
    public ToolOutcome run(ToolInvocation invocation) {
        return runner.run(
                registered.description(), () -> registered.tool().run(valid.parameters(), invocation), invocation);
    }
}
