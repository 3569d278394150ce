package dev.parley.platform.work;

import java.time.Duration;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What a process tells its worker: wakes the dispatcher, now or at a time, and knows the desk that takes arrivals at once. Many
 * wake-ups while the dispatcher is busy are one.
 */
final class Signal {

    /** Why a wait has ended. */
    enum Wake {
        /** One of the times has come. */
        ALARM,
        /** It was raised. */
        TOLD,
        /** It took as long as it might. */
        NOTHING
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition raised = lock.newCondition();
    private final Queue<Long> alarms = new PriorityQueue<>();
    private final AtomicReference<@Nullable Desk> desk = new AtomicReference<>();
    private boolean up;

    /** Of the worker that was last made here; null when none was. */
    @Nullable
    Desk desk() {
        return desk.get();
    }

    void open(Desk next) {
        desk.set(next);
    }

    void raise() {
        lock.lock();
        try {
            up = true;
            raised.signal();
        } finally {
            lock.unlock();
        }
    }

    void raiseIn(Duration pause) {
        lock.lock();
        try {
            alarms.add(System.nanoTime() + pause.toNanos());
            raised.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until it is raised, or for so long. */
    Wake await(Duration longest) throws InterruptedException {
        lock.lock();
        try {
            long until = System.nanoTime() + longest.toNanos();
            boolean rang = ring();
            while (!up && !rang && until - System.nanoTime() > 0) {
                raised.await(nanosUntil(until), TimeUnit.NANOSECONDS);
                rang = ring();
            }
            boolean told = up;
            up = false;
            return rang ? Wake.ALARM : told ? Wake.TOLD : Wake.NOTHING;
        } finally {
            lock.unlock();
        }
    }

    private long nanosUntil(long until) {
        Long alarm = alarms.peek();
        long now = System.nanoTime();
        return Math.min(until - now, alarm == null ? Long.MAX_VALUE : alarm - now);
    }

    private boolean ring() {
        boolean rang = false;
        for (Long alarm = alarms.peek(); alarm != null && alarm - System.nanoTime() <= 0; alarm = alarms.peek()) {
            alarms.remove();
            rang = true;
        }
        return rang;
    }
}
