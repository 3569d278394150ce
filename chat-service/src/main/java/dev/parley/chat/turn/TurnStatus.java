package dev.parley.chat.turn;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What has become of a turn. */
enum TurnStatus {
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

    boolean isEnd() {
        return this != QUEUED && this != RUNNING;
    }

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    static TurnStatus ofColumn(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
