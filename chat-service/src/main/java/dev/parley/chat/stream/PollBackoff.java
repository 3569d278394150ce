package dev.parley.chat.stream;

import java.time.Duration;

/** How long to leave a log alone that cannot be read: 100 ms, then twice as long each time, up to 2 s. For one thread. */
public final class PollBackoff {
    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private Duration next = FIRST;

    public Duration failed() {
        Duration pause = next;
        Duration doubled = pause.multipliedBy(2);
        next = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        return pause;
    }

    public void succeeded() {
        next = FIRST;
    }
}
