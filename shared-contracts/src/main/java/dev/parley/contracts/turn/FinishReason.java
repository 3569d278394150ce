package dev.parley.contracts.turn;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why an answer ended. */
public enum FinishReason {
    @JsonProperty("stop")
    STOP,
    @JsonProperty("length")
    LENGTH,
    @JsonProperty("tool_limit")
    TOOL_LIMIT,
    @JsonProperty("cancelled")
    CANCELLED,
    /** The client has to run tools of its own; only who brought some is told so. */
    @JsonProperty("tool_calls")
    TOOL_CALLS
}
