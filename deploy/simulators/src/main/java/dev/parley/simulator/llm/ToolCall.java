package dev.parley.simulator.llm;

/** A call the model makes. The arguments are sent as they are, so that they may also be no JSON or not what the schema asks for. */
public record ToolCall(String name, String arguments) {}
