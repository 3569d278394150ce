package dev.parley.agent.tool;

import dev.parley.agent.tool.ArgumentReader.Invalid;
import dev.parley.agent.tool.ArgumentReader.Valid;
import java.util.regex.Pattern;

/** A tool with what was found out about it once: its description and how to read its arguments. */
record RegisteredTool<P extends Record>(Tool<P> tool, ToolDescription description, ArgumentReader arguments)
        implements Registered {
    static final int LONGEST_ID = 64;
    private static final Pattern ID = Pattern.compile("[a-z0-9_]{1," + LONGEST_ID + "}");

    static <P extends Record> RegisteredTool<P> of(Tool<P> tool, ArgumentReader arguments) {
        ToolCard card = tool.card();
        checkId(card.toolId());
        var description = new ToolDescription(
                card.toolId(),
                card.name(),
                card.description(),
                card.icon(),
                ParameterSchema.of(tool.parameters()),
                card.approvalRequired(),
                card.effect(),
                card.timeout(),
                card.examples());
        return new RegisteredTool<>(tool, description, arguments);
    }

    /** @throws IllegalArgumentException when models would refuse it */
    static void checkId(String toolId) {
        if (!ID.matcher(toolId).matches()) {
            throw new IllegalArgumentException("“" + toolId + "” cannot be a tool's id: models would refuse it");
        }
    }

    @Override
    public PreparedCall prepare(String json, ToolRunner runner) {
        return switch (arguments.read(json, tool.parameters())) {
            case Valid<P> valid ->
                new PossibleCall(
                        description, valid.given(), invocation -> tool.run(valid.parameters(), invocation), runner);
            case Invalid<P> invalid -> PreparedCall.invalid(description.toolId(), invalid.given(), invalid.problem());
        };
    }
}
