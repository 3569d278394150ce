package dev.parley.conversation.privacy;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;

/** Cuts what is written into pieces of one size, but for the last. Not thread-safe. */
final class Chunks extends OutputStream {
    /** Takes a piece. */
    interface Keeper {
        void keep(int position, byte[] bytes);
    }

    private final Keeper keeper;
    private final byte[] buffer;
    private int filled;
    private int position;
    private long size;

    Chunks(int chunkSize, Keeper keeper) {
        this.buffer = new byte[chunkSize];
        this.keeper = keeper;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        int from = offset;
        int end = offset + length;
        while (from < end) {
            int fitting = Math.min(end - from, buffer.length - filled);
            System.arraycopy(bytes, from, buffer, filled, fitting);
            from += fitting;
            filled += fitting;
            size += fitting;
            if (filled == buffer.length) {
                keep();
            }
        }
    }

    /** Hands over the last piece. */
    @Override
    public void close() {
        if (filled > 0) {
            keep();
        }
    }

    /** Bytes that were written. */
    long size() {
        return size;
    }

    private void keep() {
        keeper.keep(position, Arrays.copyOf(buffer, filled));
        position++;
        filled = 0;
    }
}
