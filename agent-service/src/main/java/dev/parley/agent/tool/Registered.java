package dev.parley.agent.tool;

/** A tool in the registry. */
sealed interface Registered permits RegisteredTool, RegisteredSchemaTool {
    ToolDescription description();

    /** @param json the arguments as the model wrote them */
    PreparedCall prepare(String json, ToolRunner runner);
}
