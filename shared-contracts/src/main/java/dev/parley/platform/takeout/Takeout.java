package dev.parley.platform.takeout;

import dev.parley.platform.messaging.WireJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Where a service writes what it keeps of somebody, as lines of JSON. The pieces of a file follow each other. Not thread-safe. */
public final class Takeout {
    private static final int PIECE = 192 * 1024;

    private final OutputStream out;

    Takeout(OutputStream out) {
        this.out = out;
    }

    /** Adds a line of JSON to a file. */
    public void line(String file, Object value) throws IOException {
        write(new Piece(file, WireJson.mapper().valueToTree(value), null));
    }

    /** Adds what somebody has brought, as it is. */
    public void content(String file, InputStream content) throws IOException {
        for (byte[] bytes = content.readNBytes(PIECE); bytes.length > 0; bytes = content.readNBytes(PIECE)) {
            write(new Piece(file, null, bytes));
        }
    }

    /** Without it what came before is not all. */
    void end() throws IOException {
        write(Piece.END);
        out.flush();
    }

    private void write(Piece piece) throws IOException {
        out.write(WireJson.write(piece));
        out.write('\n');
    }
}
