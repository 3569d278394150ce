package dev.parley.agent.tool;

/** {@link Tools} has others than before. */
public record ToolsChanged() {}
