package dev.parley.contracts.audit;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What became of an action. */
public enum AuditOutcome {
    @JsonProperty("succeeded")
    SUCCEEDED,
    @JsonProperty("refused")
    REFUSED
}
