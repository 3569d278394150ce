package dev.parley.chat.turn;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.parley.contracts.turn.FinishReason;
import java.util.Locale;

/** What has become of a turn. */
public enum TurnStatus {
    @JsonProperty("queued")
    QUEUED,
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("completed")
    COMPLETED,
    @JsonProperty("failed")
    FAILED,
    @JsonProperty("cancelled")
    CANCELLED;

    /** What a turn that answered has ended as. */
    static TurnStatus of(FinishReason reason) {
        return reason == FinishReason.CANCELLED ? CANCELLED : COMPLETED;
    }

    public boolean isEnd() {
        return this != QUEUED && this != RUNNING;
    }

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    static TurnStatus ofColumn(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
