package dev.parley.bench.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** One thread for all connections and their timers: no hand-over, and one wake-up for all that has come. */
public final class Loop implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;
    private static final long LONGEST_WAIT = TimeUnit.MILLISECONDS.toNanos(100);

    private final Selector selector;
    private final PriorityQueue<Timer> timers = new PriorityQueue<>(Comparator.naturalOrder());
    private final Queue<Runnable> orders = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final byte[] bytes = new byte[BUFFER];
    private final ByteBuffer buffer = ByteBuffer.wrap(bytes);
    private volatile boolean running = true;

    private record Timer(long at, Runnable action) implements Comparable<Timer> {
        @Override
        public int compareTo(Timer other) {
            return Long.signum(at - other.at);
        }
    }

    private Loop(Selector selector) {
        this.selector = selector;
    }

    public static Loop start() {
        try {
            Loop loop = new Loop(Selector.open());
            Thread.ofPlatform().daemon().name("load").start(loop::run);
            return loop;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the action on the loop's thread; from any thread. */
    public void execute(Runnable action) {
        orders.add(action);
        var _ = selector.wakeup();
    }

    /** Runs the action at a time of {@link System#nanoTime()}; on the loop's thread. */
    public void at(long nanos, Runnable action) {
        timers.add(new Timer(nanos, action));
    }

    /** Closes all connections. Fails when the loop has failed. */
    @Override
    public void close() {
        running = false;
        var _ = selector.wakeup();
        ended.join();
    }

    Selector selector() {
        return selector;
    }

    /** What every read of the loop's thread goes through. */
    ByteBuffer buffer() {
        return buffer.clear();
    }

    byte[] bytes() {
        return bytes;
    }

    private void run() {
        try {
            while (running) {
                turn();
            }
            obey();
            closeAll();
            ended.complete(null);
        } catch (IOException | RuntimeException | Error e) {
            ended.completeExceptionally(e);
        }
    }

    private void turn() throws IOException {
        long wait = TimeUnit.NANOSECONDS.toMillis(untilNextTimer());
        if (wait > 0) {
            selector.select(Loop::ready, wait);
        } else {
            selector.selectNow(Loop::ready);
        }
        obey();
        fire();
    }

    private void obey() {
        for (Runnable order = orders.poll(); order != null; order = orders.poll()) {
            order.run();
        }
    }

    private long untilNextTimer() {
        Timer next = timers.peek();
        return next == null ? LONGEST_WAIT : Math.min(next.at() - System.nanoTime() + 999_999, LONGEST_WAIT);
    }

    private void fire() {
        long now = System.nanoTime();
        for (Timer next = timers.peek(); next != null && next.at() - now <= 0; next = timers.peek()) {
            timers.remove();
            next.action().run();
        }
    }

    private static void ready(SelectionKey key) {
        ((Connection) key.attachment()).ready();
    }

    private void closeAll() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
