package dev.parley.contracts.turn;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a person says to a tool call that waits for approval. */
public enum Decision {
    @JsonProperty("approve")
    APPROVE,
    @JsonProperty("reject")
    REJECT
}
