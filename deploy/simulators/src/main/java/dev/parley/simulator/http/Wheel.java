package dev.parley.simulator.http;

import io.netty.channel.EventLoop;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Fires timers on the event loop in steps of a millisecond: however many are due, the loop wakes once, where a scheduled task each
 * would wake it for every token. A timer is never early and, on an idle loop, at most a millisecond late. Event loop only.
 */
public final class Wheel {
    private static final Logger LOG = System.getLogger(Wheel.class.getName());
    private static final long TICK = TimeUnit.MILLISECONDS.toNanos(1);
    private static final int SLOTS = 4096;

    private final EventLoop loop;
    private final long origin = System.nanoTime();
    private final @Nullable Timer[] slots = new @Nullable Timer[SLOTS];
    private long fired;
    private int waiting;
    private boolean turning;

    Wheel(EventLoop loop) {
        this.loop = loop;
    }

    /** Fires the timer at a time of {@link System#nanoTime()}; it must not be waiting already. */
    public void at(long nanos, Timer timer) {
        if (!turning) {
            turning = true;
            fired = now();
            wakeUpLater();
        }
        waiting++;
        timer.tick = Math.max(Math.ceilDiv(nanos - origin, TICK), fired + 1);
        push(timer);
    }

    public void after(Duration delay, Runnable action) {
        at(System.nanoTime() + delay.toNanos(), new Timer() {
            @Override
            protected void fire() {
                action.run();
            }
        });
    }

    private void turn() {
        long now = now();
        while (fired < now) {
            fired++;
            fireSlot();
        }
        turning = waiting > 0;
        if (turning) {
            wakeUpLater();
        }
    }

    private void fireSlot() {
        int slot = slotOf(fired);
        Timer timer = slots[slot];
        slots[slot] = null;
        while (timer != null) {
            Timer next = timer.next;
            fireWhenDue(timer);
            timer = next;
        }
    }

    private void fireWhenDue(Timer timer) {
        if (timer.tick > fired) {
            push(timer);
            return;
        }
        timer.next = null;
        waiting--;
        try {
            timer.fire();
        } catch (RuntimeException broken) {
            LOG.log(Level.ERROR, "a timer failed", broken);
        }
    }

    private void push(Timer timer) {
        int slot = slotOf(timer.tick);
        timer.next = slots[slot];
        slots[slot] = timer;
    }

    private void wakeUpLater() {
        long wait = origin + (fired + 1) * TICK - System.nanoTime();
        var _ = loop.schedule(this::turn, Math.max(wait, 0), TimeUnit.NANOSECONDS);
    }

    private long now() {
        return (System.nanoTime() - origin) / TICK;
    }

    private static int slotOf(long tick) {
        return (int) (tick & (SLOTS - 1));
    }
}
