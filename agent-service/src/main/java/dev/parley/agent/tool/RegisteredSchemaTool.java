package dev.parley.agent.tool;

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
                ? new PossibleCall(
                        description, read.arguments(), invocation -> tool.run(read.arguments(), invocation), runner)
                : PreparedCall.invalid(description.toolId(), read.arguments(), read.problem());
    }
}
