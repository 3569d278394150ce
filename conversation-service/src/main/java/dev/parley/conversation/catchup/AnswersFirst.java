package dev.parley.conversation.catchup;

import dev.parley.platform.messaging.LogEnds;
import dev.parley.platform.messaging.NotYet;
import dev.parley.platform.messaging.Positions;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds batches of questions back until the answers are stored that were on the log before them. Thread-safe.
 *
 * <p>A batch waits a while and is then sent away, to come again: a listener that stays away for longer misses a rebalance, and
 * with it its partitions.
 */
public final class AnswersFirst {
    private static final Logger log = LoggerFactory.getLogger(AnswersFirst.class);
    private static final Duration A_WHILE = Duration.ofSeconds(2);

    /** More than there are readers; what was waiting when its partition went to another replica is pushed out. */
    private static final int BATCHES = 64;

    private record Wait(Optional<Positions> answers, long untilNanos) {
        boolean isOver() {
            return System.nanoTime() - untilNanos >= 0;
        }
    }

    private final LogEnds ends;
    private final Waiting waiting;
    private final Duration longest;
    private final SequencedMap<Positions, Wait> waits = new LinkedHashMap<>();

    AnswersFirst(LogEnds ends, Waiting waiting, Duration longest) {
        this.ends = ends;
        this.waiting = waiting;
        this.longest = longest;
    }

    /**
     * Returns when the answers are stored, or when the batch has waited for as long as it may.
     *
     * @param batch what the batch is known by when it comes again
     * @throws NotYet when it has to come again
     */
    public void await(Collection<UUID> conversations, Positions batch) {
        Wait wait = begun(conversations, batch);
        boolean stored = wait.answers()
                .map(answers -> waiting.until(answers, System.nanoTime() + A_WHILE.toNanos()))
                .orElse(false);
        if (!stored && !wait.isOver()) {
            throw new NotYet("the answers before these questions are not stored yet");
        }
        if (!stored) {
            log.info("Questions are stored though answers before them may not be stored yet");
        }
        end(batch);
    }

    /** A log that has not said where it ends, as after a restart, is asked again each time that the batch comes. */
    private Wait begun(Collection<UUID> conversations, Positions batch) {
        Wait before = begunBefore(batch).orElse(null);
        if (before != null && before.answers().isPresent()) {
            return before;
        }
        long until = before == null ? System.nanoTime() + longest.toNanos() : before.untilNanos();
        Optional<Positions> answers = ends.now(A_WHILE).map(end -> end.of(Followed.outcomesOf(conversations)));
        Wait wait = new Wait(answers, until);
        remember(batch, wait);
        return wait;
    }

    private synchronized Optional<Wait> begunBefore(Positions batch) {
        return Optional.ofNullable(waits.get(batch));
    }

    private synchronized void remember(Positions batch, Wait wait) {
        if (waits.size() == BATCHES && !waits.containsKey(batch)) {
            waits.pollFirstEntry();
        }
        waits.put(batch, wait);
    }

    private synchronized void end(Positions batch) {
        waits.remove(batch);
    }
}
