package dev.parley.bench.stream;

import dev.parley.bench.http.Connection;
import dev.parley.bench.http.Loop;
import java.util.concurrent.CompletableFuture;

/** What the streams of one run share. Loop's thread only, but for the orders to begin and to stop. */
final class StreamRun {
    private final Loop loop;
    private final MicroClock clock;
    private final Tally tally;
    private final long period;
    private final CompletableFuture<Void> quiet = new CompletableFuture<>();
    private boolean stopping;
    private int open;

    StreamRun(Loop loop, MicroClock clock, Tally tally, Shape shape) {
        this.loop = loop;
        this.clock = clock;
        this.tally = tally;
        this.period = shape.period().toNanos();
    }

    /** Their beginnings are spread over one period, so that they never ask all at once. */
    void begin(int streams, Target target, Shape shape) {
        loop.execute(() -> {
            long start = System.nanoTime();
            for (int i = 0; i < streams; i++) {
                Chat chat = new Chat(this, new Connection(loop, target.address()), target.question(i, shape));
                askAt(start + period * i / streams, chat);
            }
        });
    }

    /** No more questions. Completes when every answer that is awaited has come. */
    CompletableFuture<Void> stop() {
        loop.execute(() -> {
            stopping = true;
            quietWhenDone();
        });
        return quiet;
    }

    Tally tally() {
        return tally;
    }

    long micros() {
        return clock.now();
    }

    void begun() {
        open++;
    }

    void over(Chat chat, long askedAt) {
        open--;
        askAt(askedAt + period, chat);
        quietWhenDone();
    }

    /** Counts the answers that have not come. */
    void giveUp() {
        loop.execute(() -> {
            for (int i = 0; i < open; i++) {
                tally.error("no end");
            }
        });
    }

    private void askAt(long nanos, Chat chat) {
        loop.at(nanos, () -> {
            if (!stopping) {
                chat.ask();
            }
        });
    }

    private void quietWhenDone() {
        if (stopping && open == 0) {
            quiet.complete(null);
        }
    }
}
