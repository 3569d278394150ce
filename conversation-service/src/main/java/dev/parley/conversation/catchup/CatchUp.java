package dev.parley.conversation.catchup;

import dev.parley.platform.messaging.LogEnds;
import dev.parley.platform.messaging.LogPartition;
import dev.parley.platform.messaging.Positions;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.springframework.context.SmartLifecycle;

/**
 * Waits until all is stored that was on the log when the call came. Without the broker nobody waits: nobody can tell what
 * there is. Holds no connection while it waits. Thread-safe.
 */
public final class CatchUp implements SmartLifecycle {
    private final LogEnds ends;
    private final Waiting waiting;
    private final CatchUpSettings settings;
    private final Timer reached;
    private final Timer late;
    private final Timer unknown;
    private volatile boolean running;

    CatchUp(LogEnds ends, Waiting waiting, CatchUpSettings settings, MeterRegistry meters) {
        this.ends = ends;
        this.waiting = waiting;
        this.settings = settings;
        this.reached = timer(meters, "reached");
        this.late = timer(meters, "late");
        this.unknown = timer(meters, "unknown");
    }

    private static Timer timer(MeterRegistry meters, String outcome) {
        return meters.timer("parley.conversation.catch.up", "outcome", outcome);
    }

    /** For one conversation. @return false when something may be missing */
    public boolean with(UUID conversation) {
        return with(conversation, settings.bound());
    }

    /** The same for who can wait only so long. */
    public boolean with(UUID conversation, Duration patience) {
        List<LogPartition> partitions = Followed.partitionsOf(conversation.toString());
        return with(end -> end.of(partitions), patience);
    }

    /** For all conversations. @return false when something may be missing */
    public boolean withAll() {
        return with(UnaryOperator.identity(), settings.bound());
    }

    private boolean with(UnaryOperator<Positions> wanted, Duration patience) {
        long begin = System.nanoTime();
        Optional<Positions> end = ends.now(patience);
        boolean all = end.isPresent() && waiting.until(wanted.apply(end.get()), begin + patience.toNanos());
        outcome(end.isPresent(), all).record(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
        return all;
    }

    private Timer outcome(boolean known, boolean all) {
        if (!known) {
            return unknown;
        }
        return all ? reached : late;
    }

    /** The first question takes longest: it is asked before anybody waits, and when there are topics to ask for. */
    @Override
    public void start() {
        ends.now(settings.bound());
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
