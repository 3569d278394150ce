package dev.parley.agent.job;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a job is in its life. One that waits to be tried again is queued. */
public enum JobStatus {
    QUEUED,
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED;

    /** Whether nothing comes after it. */
    public boolean isEnd() {
        return this != QUEUED && this != RUNNING;
    }

    /** Its name in JSON and in the table. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
