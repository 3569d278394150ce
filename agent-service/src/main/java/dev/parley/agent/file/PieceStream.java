package dev.parley.agent.file;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntFunction;

/** Reads pieces one behind the other: the next is fetched when the one before has been read. For one thread. */
final class PieceStream extends InputStream {
    private static final int END = -1;

    private final IntFunction<Optional<byte[]>> pieces;
    private byte[] piece;
    private int position;
    private int read;

    /** @param first the piece at 0 */
    PieceStream(byte[] first, IntFunction<Optional<byte[]>> pieces) {
        this.piece = first;
        this.pieces = pieces;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) == END ? END : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (read == piece.length) {
            fetch();
        }
        int count = Math.min(length, piece.length - read);
        System.arraycopy(piece, read, bytes, offset, count);
        read += count;
        return count == 0 ? END : count;
    }

    private void fetch() {
        if (piece.length > 0) {
            position++;
            piece = pieces.apply(position).orElse(new byte[0]);
            read = 0;
        }
    }
}
