package dev.parley.contracts.turn;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a new turn does when another of its conversation is running. */
public enum OnBusy {
    /** Waits for its turn. */
    @JsonProperty("enqueue")
    ENQUEUE,
    /** Is not accepted. */
    @JsonProperty("reject")
    REJECT,
    /** Cancels the running one, then runs. */
    @JsonProperty("interrupt")
    INTERRUPT
}
