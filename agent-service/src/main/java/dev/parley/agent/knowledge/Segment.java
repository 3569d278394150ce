package dev.parley.agent.knowledge;

import java.util.Arrays;
import java.util.UUID;

/**
 * The vectors of a document, rounded to bytes: a quarter of the memory, and what is near by them is looked at exactly. Made
 * once, then read by many threads.
 */
final class Segment {
    private static final int FIRST = 32;
    private static final float MOST = 127;

    private final UUID document;
    private byte[] rows = new byte[0];
    private float[] scales = new float[FIRST];
    private int dimensions;
    private int count;

    Segment(UUID document) {
        this.document = document;
    }

    void add(float[] vector) {
        if (count == 0) {
            dimensions = vector.length;
            rows = new byte[FIRST * dimensions];
        } else if (count == scales.length) {
            rows = Arrays.copyOf(rows, rows.length * 2);
            scales = Arrays.copyOf(scales, count * 2);
        }
        scales[count] = round(vector, rows, count * dimensions);
        count++;
    }

    Segment trimmed() {
        rows = Arrays.copyOf(rows, count * dimensions);
        scales = Arrays.copyOf(scales, count);
        return this;
    }

    /** @return what a byte counts for */
    static float round(float[] vector, byte[] into, int from) {
        float largest = Float.MIN_NORMAL;
        for (float part : vector) {
            largest = Math.max(largest, Math.abs(part));
        }
        float scale = largest / MOST;
        for (int i = 0; i < vector.length; i++) {
            into[from + i] = (byte) Math.round(vector[i] / scale);
        }
        return scale;
    }

    /** Offers each row with how near it is, but for what a byte of the question counts for. */
    void offer(byte[] wanted, Nearest nearest) {
        if (wanted.length != dimensions) {
            return;
        }
        for (int row = 0; row < count; row++) {
            nearest.offer(document, row, scales[row] * product(wanted, row * dimensions));
        }
    }

    private int product(byte[] wanted, int from) {
        int sum = 0;
        for (int i = 0; i < wanted.length; i++) {
            sum += wanted[i] * rows[from + i];
        }
        return sum;
    }

    int count() {
        return count;
    }

    UUID document() {
        return document;
    }

    long bytes() {
        return rows.length + (long) scales.length * Float.BYTES + 64;
    }
}
