package dev.parley.contracts.turn;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a tool call that was announced waits for. */
public enum ToolCallStatus {
    /** For a person to agree; the turn goes on when somebody has decided. */
    @JsonProperty("waiting_approval")
    WAITING_APPROVAL
}
