package dev.parley.system.load;

import dev.parley.system.load.Connection.End;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Somebody who asks one question after the other in one conversation, and does not rest until each is answered. */
final class PersistentVisitor implements Runnable {
    /** An agent that is gone for good would be seen by now. */
    private static final long GIVE_UP_NANOS = TimeUnit.MINUTES.toNanos(4);

    /** What a client may answer with asking again. */
    private static final Set<Integer> PASSING = Set.of(409, 429, 503, 504);

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(300);
    private static final int NO_MORE_CONTENT = 204;

    private final String session = "system-test-" + UUID.randomUUID();
    private final int number;
    private final Doors doors;
    private final String model;
    private final Script script;
    private final Findings findings;
    private final List<TurnLog> turns = new CopyOnWriteArrayList<>();
    private volatile boolean stopping;

    PersistentVisitor(int number, Doors doors, String model, Script script, Findings findings) {
        this.number = number;
        this.doors = doors;
        this.model = model;
        this.script = script;
        this.findings = findings;
    }

    String session() {
        return session;
    }

    List<TurnLog> turns() {
        return List.copyOf(turns);
    }

    @Nullable
    String conversation() {
        return turns.isEmpty() ? null : turns.getFirst().conversation();
    }

    /** The turn that is under way is the last. */
    void stop() {
        stopping = true;
    }

    @Override
    public void run() {
        while (!stopping) {
            String question = script.question(number, turns.size());
            TurnLog turn = new TurnLog(Asked.of(question, model, conversation()));
            turns.add(turn);
            boolean ended = ask(turn);
            turn.end(findings, script);
            if (!ended) {
                return;
            }
        }
    }

    /** False when it was given up. */
    private boolean ask(TurnLog turn) {
        long since = System.nanoTime();
        boolean goesOn = true;
        while (goesOn && !turn.sawTheEnd()) {
            goesOn = judge(turn, connect(turn)) && !Thread.currentThread().isInterrupted();
            if (System.nanoTime() - since > GIVE_UP_NANOS) {
                findings.add("No end: " + turn + " behind '" + turn.lastId() + "'");
                goesOn = false;
            }
        }
        return goesOn;
    }

    /** As long as nothing has come, nobody knows whether the question has arrived: it is asked again. */
    private End connect(TurnLog turn) {
        String id = turn.turn();
        return id == null
                ? Connection.post(doors.current(), session, turn.asked(), turn::saw)
                : Connection.follow(doors.current(), session, id, turn.lastId(), turn::saw);
    }

    /** Whether to go on. */
    private boolean judge(TurnLog turn, End end) {
        return switch (end) {
            case End.Stream _ -> {
                if (!turn.sawTheEnd()) {
                    turn.broke();
                    nextDoor(PAUSE_NANOS);
                }
                yield true;
            }
            case End.Unanswered _ -> {
                nextDoor(PAUSE_NANOS);
                yield true;
            }
            case End.Refused refused -> judge(turn, refused);
        };
    }

    private boolean judge(TurnLog turn, End.Refused refused) {
        if (PASSING.contains(refused.status())) {
            nextDoor(TimeUnit.SECONDS.toNanos(Math.min(2, refused.retryAfterSeconds())));
            return true;
        }
        String what = refused.status() == NO_MORE_CONTENT ? "Said to be over before its end: " : "Refused: ";
        findings.add(what + refused + " behind '" + turn.lastId() + "' of " + turn);
        return false;
    }

    private void nextDoor(long pauseNanos) {
        doors.next();
        LockSupport.parkNanos(pauseNanos);
    }
}
