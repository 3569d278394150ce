package dev.parley.platform.work;

import java.time.Duration;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Wakes the dispatcher, now or at a time. Many wake-ups while it is busy are one. */
final class Signal {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition raised = lock.newCondition();
    private final Queue<Long> alarms = new PriorityQueue<>();
    private boolean up;

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

    /** Waits until it is raised, or for so long; true when one of the times has come. */
    boolean await(Duration longest) throws InterruptedException {
        lock.lock();
        try {
            long until = System.nanoTime() + longest.toNanos();
            boolean rang = ring();
            while (!up && !rang && until - System.nanoTime() > 0) {
                raised.await(nanosUntil(until), TimeUnit.NANOSECONDS);
                rang = ring();
            }
            up = false;
            return rang;
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
