package dev.parley.platform.work;

import java.time.Duration;

/**
 * The work waits for somebody, and frees its worker; it keeps its lane. It is run again, with a deadline of its own, when
 * {@link WorkCommand.Resume} comes (also one that came before this was thrown), and at the latest when its time is out. What
 * comes behind it in its lane supersedes it: then it is cancelled.
 */
public final class Paused extends RuntimeException {

    private final Duration atMost;

    public Paused(String reason, Duration atMost) {
        super(reason);
        this.atMost = atMost;
    }

    public Duration atMost() {
        return atMost;
    }
}
