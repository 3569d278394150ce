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
    CANCELLED
}
