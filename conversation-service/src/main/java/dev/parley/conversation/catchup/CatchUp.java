package dev.parley.conversation.catchup;

import dev.parley.platform.messaging.LogEnds;
import dev.parley.platform.messaging.LogPartition;
import dev.parley.platform.messaging.Positions;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.SmartLifecycle;

/**
 * Waits until all is stored that was on the log when the call came. Without the broker nobody waits: nobody can tell what
 * there is. Holds no connection while it waits. Thread-safe.
 */
public final class CatchUp implements SmartLifecycle {
    private final LogEnds ends;
    private final Waiting waiting;
    private final CatchUpSettings settings;
    private final MeterRegistry meters;
    private volatile boolean running;

    CatchUp(LogEnds ends, Waiting waiting, CatchUpSettings settings, MeterRegistry meters) {
        this.ends = ends;
        this.waiting = waiting;
        this.settings = settings;
        this.meters = meters;
    }

    /** For one conversation. @return false when something may be missing */
    public boolean with(UUID conversation) {
        return with(conversation, settings.bound());
    }

    /** The same for who can wait only so long. */
    public boolean with(UUID conversation, Duration patience) {
        return with(Followed.partitionsOf(conversation.toString()), patience);
    }

    /** For all conversations. @return false when something may be missing */
    public boolean withAll() {
        return with(Followed.PARTITIONS, settings.bound());
    }

    private boolean with(Collection<LogPartition> partitions, Duration patience) {
        long begin = System.nanoTime();
        Optional<Positions> end = ends.now(patience);
        boolean reached = end.isPresent() && waiting.until(end.get().of(partitions), begin + patience.toNanos());
        meters.timer("parley.conversation.catch.up", "outcome", outcome(end.isPresent(), reached))
                .record(Duration.ofNanos(System.nanoTime() - begin));
        return reached;
    }

    private static String outcome(boolean known, boolean reached) {
        if (!known) {
            return "unknown";
        }
        return reached ? "reached" : "late";
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
