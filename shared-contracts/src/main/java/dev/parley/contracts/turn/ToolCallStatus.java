package dev.parley.contracts.turn;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a tool call stands that was announced. */
public enum ToolCallStatus {
    /** For a person to agree; the turn goes on when somebody has decided. */
    @JsonProperty("waiting_approval")
    WAITING_APPROVAL,
    /** It has got on since it was told of last. */
    @JsonProperty("running")
    RUNNING
}
