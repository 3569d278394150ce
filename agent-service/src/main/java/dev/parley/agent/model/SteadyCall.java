package dev.parley.agent.model;

import dev.parley.agent.model.ModelFailure.Code;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One answer, over as many tries as it takes. The lock makes callbacks come one at a time, and decides who of provider,
 * watchdog and canceller ends it; listeners do not wait for others, so it is not held for long.
 */
final class SteadyCall implements ModelCall {
    private static final Logger log = LoggerFactory.getLogger(SteadyCall.class);

    private final Streaming provider;
    private final ModelRequest request;
    private final ModelListener listener;
    private final Patience patience;
    private final ModelTimer timer;
    private final Breaker breaker;

    private final ReentrantLock lock = new ReentrantLock();
    private final StringBuilder said = new StringBuilder();
    /** Which try is listened to: it grows when one begins and when one is given up. */
    private int current;

    private int tries;
    private boolean begun;
    /** Whether the breaker waits to hear what came of a try. */
    private boolean admitted;

    private boolean ended;
    private long lastHeard;
    private int watch;
    private @Nullable Future<?> watching;
    private @Nullable ModelCall underWay;

    SteadyCall(Streaming provider, ModelRequest request, ModelListener listener, Steadiness steadiness) {
        this.provider = provider;
        this.request = request;
        this.listener = listener;
        this.patience = steadiness.patience();
        this.timer = steadiness.timer();
        this.breaker = steadiness.breaker();
    }

    void begin() {
        int mine = locked(this::nextAttempt);
        if (mine == 0 || !isAdmitted(mine)) {
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
        watch(patience.firstToken());
        return current;
    }

    private boolean isAdmitted(int mine) {
        boolean open = locked(() -> {
            admitted = !isOver(mine) && breaker.admits();
            return admitted;
        });
        if (!open) {
            new Attempt(mine).failed(breaker.refusal());
        }
        return open;
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

    /** Each watch replaces the one before. */
    private void watch(Duration time) {
        int number = ++watch;
        int mine = current;
        unwatch();
        watching = timer.after(time, () -> look(mine, number));
    }

    private void unwatch() {
        if (watching != null) {
            watching.cancel(false);
        }
    }

    /** Looks whether the provider has stalled. Comes back when it could have, so that a token costs no scheduling. */
    private void look(int mine, int number) {
        boolean stalled = locked(() -> {
            if (isOver(mine) || number != watch) {
                return false;
            }
            Duration left = limit().minusNanos(System.nanoTime() - lastHeard);
            if (left.isPositive()) {
                watch(left);
            }
            return !left.isPositive();
        });
        if (stalled) {
            String detail = "The model fell silent: it did not begin its answer, or stopped in the middle of it.";
            new Attempt(mine).failed(new ModelFailure(Code.MODEL_TIMEOUT, detail, true, null, null));
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
        unwatch();
        settle(breaker::left);
    }

    private void settle(Runnable how) {
        if (admitted) {
            admitted = false;
            how.run();
        }
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
        private final CleanText text = new CleanText();

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
            hear(() -> say(text.add(piece)));
        }

        private void say(String clean) {
            if (!clean.isEmpty()) {
                said.append(clean);
                listener.text(clean);
            }
        }

        private void heard() {
            lastHeard = System.nanoTime();
            if (!begun) {
                begun = true;
                settle(breaker::began);
                watch(patience.tokenGap());
            }
        }

        private void hear(Runnable what) {
            locked(() -> {
                if (!isOver(mine)) {
                    heard();
                    what.run();
                }
                return true;
            });
        }

        @Override
        public void finished(ModelReply reply) {
            locked(() -> {
                if (!isOver(mine)) {
                    settle(breaker::began);
                    end();
                    listener.finished(reply.clean());
                }
                return true;
            });
        }

        @Override
        public void failed(ModelFailure failure) {
            ModelCall left = locked(() -> {
                if (!isOver(mine)) {
                    settle(() -> breaker.failed(failure));
                    retryOrEnd(failure);
                    return takeUnderWay();
                }
                return null;
            });
            release(left);
        }

        /** Once somebody has read a part of the answer, another try would say something else. */
        private void retryOrEnd(ModelFailure failure) {
            Duration wait = said.isEmpty() ? patience.before(tries + 1, failure, ThreadLocalRandom.current()) : null;
            if (wait == null) {
                end();
                listener.failed(failure);
                return;
            }
            current++;
            log.atInfo().addKeyValue("code", failure.code().wireName()).log("The model is asked once more");
            var _ = timer.after(wait, () -> Thread.startVirtualThread(SteadyCall.this::begin));
        }
    }
}
