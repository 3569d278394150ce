package dev.parley.agent.tool;

/** A {@link ToolSource} offers other tools than before. */
public record SourceChanged() {}
