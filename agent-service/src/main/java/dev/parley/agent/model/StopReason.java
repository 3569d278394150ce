package dev.parley.agent.model;

/** Why a model stopped. */
public enum StopReason {
    /** It had said everything. */
    STOP,
    /** It waits for the results of the tools that it asked for. */
    TOOL_REQUESTS,
    /** It reached the most that it may say. */
    LENGTH,
    /** It was told to, by {@link ModelCall#cancel()}. */
    CANCELLED
}
