package dev.parley.agent.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Remembers what a listener is told, and that it is told properly: in order, one at a time, with one end. */
public final class Heard implements ModelListener {
    private static final int PATIENCE_S = 30;

    private final List<String> pieces = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Object> end = new CompletableFuture<>();
    private final CountDownLatch first = new CountDownLatch(1);
    private final AtomicInteger ends = new AtomicInteger();
    private final AtomicInteger inside = new AtomicInteger();
    private final List<String> mistakes = new CopyOnWriteArrayList<>();

    @Override
    public void text(String piece) {
        entered(() -> {
            if (piece.isEmpty()) {
                mistakes.add("an empty piece");
            }
            if (end.isDone()) {
                mistakes.add("“" + piece + "” after the end");
            }
            pieces.add(piece);
            first.countDown();
        });
    }

    @Override
    public void finished(ModelReply reply) {
        entered(() -> ended(reply));
    }

    @Override
    public void failed(ModelFailure failure) {
        entered(() -> ended(failure));
    }

    private void ended(Object how) {
        ends.incrementAndGet();
        end.complete(how);
    }

    private void entered(Runnable what) {
        if (inside.incrementAndGet() != 1) {
            mistakes.add("two calls at a time");
        }
        what.run();
        inside.decrementAndGet();
    }

    public List<String> pieces() {
        return List.copyOf(pieces);
    }

    public String text() {
        return String.join("", pieces);
    }

    public void awaitOver() {
        Object how = awaitEnd();
        assertThat(how).isNotNull();
    }

    public void awaitFirstPiece() throws InterruptedException {
        assertThat(first.await(PATIENCE_S, TimeUnit.SECONDS))
                .as("a first piece")
                .isTrue();
    }

    public ModelReply reply() {
        Object how = awaitEnd();
        assertThat(how).isInstanceOf(ModelReply.class);
        return (ModelReply) how;
    }

    public ModelFailure failure() {
        Object how = awaitEnd();
        assertThat(how).isInstanceOf(ModelFailure.class);
        return (ModelFailure) how;
    }

    private Object awaitEnd() {
        try {
            Object how = end.get(PATIENCE_S, TimeUnit.SECONDS);
            assertProper();
            return how;
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("the answer did not end", e);
        }
    }

    /** That there were no mistakes until now, and at most one end. */
    public void assertProper() {
        assertThat(mistakes).isEmpty();
        assertThat(ends.get()).isLessThanOrEqualTo(1);
    }
}
