package dev.parley.platform.takeout;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.platform.messaging.UnreadableEvent;
import dev.parley.platform.messaging.WireJson;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;

/** Reads what a service hands over, a piece at a time. */
public final class TakeoutReader {
    /** Takes a piece, which has a file. */
    public interface Sink {
        void take(String file, Piece piece) throws IOException;
    }

    private TakeoutReader() {}

    /** @throws EOFException when it breaks off before its end */
    public static void read(InputStream in, Sink sink) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Piece piece = piece(line);
            if (piece.file() == null) {
                return;
            }
            sink.take(piece.file(), piece);
        }
        throw new EOFException("what was handed over has no end");
    }

    private static Piece piece(String line) throws IOException {
        try {
            return WireJson.read(line.getBytes(UTF_8), Piece.class);
        } catch (UnreadableEvent e) {
            throw new IOException("what was handed over cannot be read", e);
        }
    }
}
