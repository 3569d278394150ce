package dev.parley.conversation.privacy;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far an export is. */
public enum ExportStatus {
    @JsonProperty("queued")
    QUEUED,
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("succeeded")
    SUCCEEDED,
    @JsonProperty("failed")
    FAILED;

    /** Whether nothing becomes of it any more. */
    public boolean isEnd() {
        return this == SUCCEEDED || this == FAILED;
    }
}
