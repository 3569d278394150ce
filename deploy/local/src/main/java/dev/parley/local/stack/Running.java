package dev.parley.local.stack;

import java.time.Duration;

/** A part that was started. */
public interface Running {

    ProcessHandle process();

    boolean isReady();

    /** How it ended, such as "exit code 1"; only asked when it has. */
    String ending();

    /** Ends it: gracefully within the time, then by force. Idempotent. */
    void stop(Duration grace);
}
