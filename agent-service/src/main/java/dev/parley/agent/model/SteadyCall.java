package dev.parley.agent.model;

import dev.parley.agent.model.ModelFailure.Code;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One answer, over as many tries as it takes. The lock makes callbacks come one at a time, and decides who of provider,
 * watchdog and canceller ends it; listeners do not block, so it is never held for long.
 */
final class SteadyCall implements ModelCall {
    private final Streaming provider;
    private final ModelRequest request;
    private final ModelListener listener;
    private final Patience patience;
    private final ScheduledExecutorService timer;

    private final ReentrantLock lock = new ReentrantLock();
    private final StringBuilder said = new StringBuilder();
    /** Which try is listened to: it grows when one begins and when one is given up. */
    private int current;

    private int tries;
    private boolean begun;
    private boolean ended;
    private long lastHeard;
    private @Nullable ModelCall underWay;

    SteadyCall(
            Streaming provider,
            ModelRequest request,
            ModelListener listener,
            Patience patience,
            ScheduledExecutorService timer) {
        this.provider = provider;
        this.request = request;
        this.listener = listener;
        this.patience = patience;
        this.timer = timer;
    }

    void begin() {
        int mine = locked(this::nextAttempt);
        if (mine == 0) {
            return;
        }
        ModelCall call = open(new Attempt(mine));
        boolean unwanted = locked(() -> {
            if (isOver(mine)) {
                return true;
            }
            underWay = call;
            return false;
        });
        if (unwanted) {
            call.cancel();
        }
    }

    /** The number of the new try; 0 when there is to be none any more. */
    private int nextAttempt() {
        if (ended) {
            return 0;
        }
        current++;
        tries++;
        begun = false;
        lastHeard = System.nanoTime();
        watch(current, patience.firstToken());
        return current;
    }

    private ModelCall open(Attempt mine) {
        try {
            return provider.open(request, mine);
        } catch (RuntimeException e) {
            mine.failed(new ModelFailure(
                    Code.MODEL_REJECTED_REQUEST, "The model cannot be asked this way.", false, null, e));
            return () -> {};
        }
    }

    @Override
    public void cancel() {
        ModelCall left = locked(() -> {
            if (!ended) {
                end();
                listener.finished(new ModelReply(
                        said.toString(),
                        List.of(),
                        StopReason.CANCELLED,
                        RequestTokens.of(request),
                        TokenEstimate.of(said.toString())));
            }
            return takeUnderWay();
        });
        release(left);
    }

    private void watch(int mine, Duration limit) {
        var unused = timer.schedule(() -> look(mine), Math.max(1, limit.toMillis()), TimeUnit.MILLISECONDS);
    }

    /** Looks whether the provider has stalled. Comes back when it could have, so that a token costs no scheduling. */
    private void look(int mine) {
        Duration left = locked(() -> isOver(mine) ? null : limit().minusNanos(System.nanoTime() - lastHeard));
        if (left == null) {
            return;
        }
        if (left.isPositive()) {
            watch(mine, left);
        } else {
            String when = begun ? "stopped in the middle of its answer" : "did not begin to answer in time";
            new Attempt(mine).failed(
                    new ModelFailure(Code.MODEL_TIMEOUT, "The model " + when + ".", true, null, null));
        }
    }

    private Duration limit() {
        return begun ? patience.tokenGap() : patience.firstToken();
    }

    private boolean isOver(int mine) {
        return ended || mine != current;
    }

    private void end() {
        ended = true;
    }

    private @Nullable ModelCall takeUnderWay() {
        ModelCall taken = underWay;
        underWay = null;
        return taken;
    }

    /** Closing a connection may take its time: not on a thread that others wait for. */
    private static void release(@Nullable ModelCall left) {
        if (left != null) {
            Thread.startVirtualThread(left::cancel);
        }
    }

    private <T extends @Nullable Object> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** Hears one try, as long as it is the current one. */
    private final class Attempt implements StreamListener {
        private final int mine;

        Attempt(int mine) {
            this.mine = mine;
        }

        @Override
        public void alive() {
            hear(() -> {});
        }

        @Override
        public void text(String piece) {
            if (piece.isEmpty()) {
                alive();
                return;
            }
            hear(() -> {
                said.append(piece);
                listener.text(piece);
            });
        }

        private void hear(Runnable what) {
            locked(() -> {
                if (!isOver(mine)) {
                    begun = true;
                    lastHeard = System.nanoTime();
                    what.run();
                }
                return true;
            });
        }

        @Override
        public void finished(ModelReply reply) {
            locked(() -> {
                if (!isOver(mine)) {
                    end();
                    listener.finished(reply);
                }
                return true;
            });
        }

        @Override
        public void failed(ModelFailure failure) {
            ModelCall left = locked(() -> {
                if (!isOver(mine)) {
                    retryOrEnd(failure);
                    return takeUnderWay();
                }
                return null;
            });
            release(left);
        }

        /** Once somebody has read a part of the answer, another try would say something else. */
        private void retryOrEnd(ModelFailure failure) {
            Duration wait = said.isEmpty()
                    ? patience.before(tries + 1, failure, ThreadLocalRandom.current())
                    : null;
            if (wait == null) {
                end();
                listener.failed(failure);
                return;
            }
            current++;
            var unused = timer.schedule(
                    () -> Thread.startVirtualThread(SteadyCall.this::begin), wait.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
