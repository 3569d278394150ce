package dev.parley.contracts.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How whole a stored message is. */
public enum MessageStatus {
    @JsonProperty("completed")
    COMPLETED,
    /** The answer broke off with an error. */
    @JsonProperty("failed")
    FAILED,
    /** The answer was stopped by its reader. */
    @JsonProperty("cancelled")
    CANCELLED
}
