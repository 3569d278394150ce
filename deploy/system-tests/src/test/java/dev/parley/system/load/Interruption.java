package dev.parley.system.load;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;

/** A moment at which something broke, as those see it who were reading then, and those who asked soon after. */
public final class Interruption {
    /** What had been sent before may still come. */
    private static final long ON_ITS_WAY_NANOS = Duration.ofSeconds(1).toNanos();

    private final Load load;
    private final long atNanos;
    private final List<TurnLog> open;

    private Interruption(Load load, long atNanos) {
        this.load = load;
        this.atNanos = atNanos;
        this.open = load.streamingAt(atNanos);
    }

    /** That of this moment: call it just before something is broken. */
    public static Interruption ofNow(Load load) {
        return new Interruption(load, System.nanoTime());
    }

    /** Waits until every answer that was under way goes on, and tells how long the longest silence was. */
    public Duration over(Duration patience) {
        await("all answers go on")
                .atMost(patience)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> open.stream()
                        .allMatch(turn -> turn.hasEnded() || turn.wentOnSince(atNanos + ON_ITS_WAY_NANOS)));
        return open.stream()
                .map(turn -> turn.silenceAfter(atNanos, ON_ITS_WAY_NANOS))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /**
     * Waits until a question that was asked afterwards is being answered in every conversation, and tells how long the longest took to
     * begin.
     */
    public Duration overForNewTurns(Duration patience) {
        long newTurns = load.visitors().size();
        await("new questions are asked")
                .atMost(patience.multipliedBy(2))
                .until(() -> begunSince().size() >= newTurns);
        List<TurnLog> begun = begunSince().subList(0, (int) newTurns);
        await("new questions are answered")
                .atMost(patience)
                .until(() -> begun.stream().allMatch(turn -> turn.attempts() > 0));
        return begun.stream()
                .map(TurnLog::waitedForStart)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** How many answers of that moment have been begun again since. */
    public long begunAgain() {
        return open.stream()
                .filter(turn -> turn.begunAgain().stream().anyMatch(time -> time - atNanos > 0))
                .count();
    }

    private List<TurnLog> begunSince() {
        return load.turns().stream().filter(turn -> turn.wasBegunSince(atNanos)).toList();
    }
}
