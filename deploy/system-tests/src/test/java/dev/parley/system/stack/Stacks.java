package dev.parley.system.stack;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The stacks of a run, each started when it is first asked for and stopped when another one is wanted, or at the end. */
final class Stacks implements AutoCloseable {
    private @Nullable Outside outside;
    private @Nullable LocalStack running;
    private @Nullable RuntimeException broken;

    /** The stack that most journeys are made on. */
    synchronized Stack main() {
        return RunningStack.isWanted() ? RunningStack.ofProperties() : of(Kind.MAIN);
    }

    synchronized LocalStack of(Kind kind) {
        LocalStack current = running;
        if (current == null || current.kind() != kind) {
            stop();
            current = start(kind);
            running = current;
        }
        return current;
    }

    synchronized List<LocalStack> started() {
        return running == null ? List.of() : List.of(running);
    }

    @Override
    public synchronized void close() {
        stop();
        if (outside != null) {
            outside.close();
        }
    }

    private void stop() {
        if (running != null) {
            running.close();
            running = null;
        }
    }

    /** What did not start once is not tried again for every test. */
    private LocalStack start(Kind kind) {
        if (broken != null) {
            throw broken;
        }
        if (outside == null) {
            outside = Outside.start();
        }
        try {
            return LocalStack.up(kind, outside);
        } catch (RuntimeException e) {
            broken = e;
            throw e;
        }
    }
}
