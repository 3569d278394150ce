package dev.parley.contracts.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a conversation is being worked on. */
public enum ConversationStatus {
    @JsonProperty("open")
    OPEN,
    @JsonProperty("closed")
    CLOSED
}
