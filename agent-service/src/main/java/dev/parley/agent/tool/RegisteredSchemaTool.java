package dev.parley.agent.tool;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A tool of a source, with its schema made ready once. */
record RegisteredSchemaTool(SchemaTool tool, ToolDescription description, SchemaArguments arguments)
        implements Registered {
    /** @throws IllegalArgumentException when its id or its schema is none */
    static RegisteredSchemaTool of(SchemaTool tool) {
        ToolDescription description = tool.description();
        RegisteredTool.checkId(description.toolId());
        return new RegisteredSchemaTool(tool, description, SchemaArguments.of(description.parameters()));
    }

    @Override
    public PreparedCall prepare(String json, ToolRunner runner) {
        SchemaArguments.Read read = arguments.read(json);
        return read.problem() == null
                ? new Possible(this, read.arguments(), runner)
                : new ImpossibleCall(
                        description.toolId(),
                        read.arguments(),
                        new ToolOutcome.Failure("invalid_arguments", read.problem()));
    }

    private record Possible(RegisteredSchemaTool registered, Map<String, @Nullable Object> arguments, ToolRunner runner)
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
        public ToolOutcome run(ToolInvocation invocation) {
            return runner.run(registered.description(), () -> registered.tool().run(arguments, invocation), invocation);
        }
    }
}
