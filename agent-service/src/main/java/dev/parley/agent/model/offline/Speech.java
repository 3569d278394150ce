package dev.parley.agent.model.offline;

import dev.parley.agent.model.ModelReply;
import dev.parley.agent.model.ModelTimer;
import dev.parley.agent.model.StreamListener;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Says a reply piece by piece. No thread waits: each piece schedules the next, by the time at which it is due. */
final class Speech implements Runnable {
    private final ModelReply reply;
    private final List<String> pieces;
    private final long gapNanos;
    private final StreamListener listener;
    private final AtomicBoolean cancelled;
    private final ModelTimer timer;
    private final long begin = System.nanoTime();
    private int next;

    Speech(ModelReply reply, Duration gap, StreamListener listener, AtomicBoolean cancelled, ModelTimer timer) {
        this.reply = reply;
        this.pieces = Pieces.of(reply.text());
        this.gapNanos = gap.toNanos();
        this.listener = listener;
        this.cancelled = cancelled;
        this.timer = timer;
    }

    void begin() {
        run();
    }

    @Override
    public void run() {
        while (!cancelled.get()) {
            if (next == pieces.size()) {
                listener.finished(reply);
                return;
            }
            long wait = begin + next * gapNanos - System.nanoTime();
            if (wait > 0) {
                var _ = timer.after(Duration.ofNanos(wait), this);
                return;
            }
            listener.text(pieces.get(next));
            next++;
        }
    }
}
