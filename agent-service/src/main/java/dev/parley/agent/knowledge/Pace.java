package dev.parley.agent.knowledge;

import dev.parley.agent.embedding.Embedder;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps a thread from computing for more than its share of the time, so that answers which others wait for are not late. For
 * one thread.
 */
final class Pace {
    private static final long NANOS_PER_MS = 1_000_000;

    /** May end it. */
    @FunctionalInterface
    interface Check {
        void goOn() throws InterruptedException;
    }

    private final double share;

    /** @param share 0…1 */
    Pace(double share) {
        this.share = share;
    }

    /** @param check asked before each text */
    List<float[]> embed(List<String> texts, Embedder embedder, Check check) throws InterruptedException {
        List<float[]> vectors = new ArrayList<>();
        for (String text : texts) {
            check.goOn();
            long began = System.nanoTime();
            vectors.addAll(embedder.embedAll(List.of(text)).vectors());
            rest(System.nanoTime() - began);
        }
        return vectors;
    }

    private void rest(long worked) throws InterruptedException {
        long pause = Math.round(worked * (1 / share - 1));
        Thread.sleep(pause / NANOS_PER_MS, (int) (pause % NANOS_PER_MS));
    }
}
