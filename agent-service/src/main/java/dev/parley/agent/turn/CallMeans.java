package dev.parley.agent.turn;

import dev.parley.platform.work.Cancellation;
import java.time.Instant;

/** What all calls of an attempt at a turn are made with, whichever assistant makes them. */
record CallMeans(
        FencedJournal journal,
        Agreement agreement,
        StreamWriter stream,
        Instant deadline,
        Cancellation cancellation,
        CallQuota quota) {}
