package dev.parley.conversation.privacy;

import dev.parley.platform.problem.ProblemException;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Hands out the files of exports. */
@Component
public class ExportFiles {
    private final Exports exports;

    ExportFiles(Exports exports) {
        this.exports = exports;
    }

    /**
     * The size of a file, in bytes.
     *
     * @throws ProblemException 404 when it is not the user's, has expired, or is not there yet
     */
    public long size(UUID user, UUID id) {
        Long size = exports.find(user, id).map(Export::size).orElse(null);
        if (size == null) {
            throw ProblemException.notFound("file");
        }
        return size;
    }

    /**
     * Writes it as fast as it is read, a piece in memory at a time, without a connection to the database meanwhile.
     *
     * @param size as {@link #size} says
     * @throws EOFException when it is erased meanwhile
     */
    public void copy(UUID id, long size, OutputStream to) throws IOException {
        long written = 0;
        for (int position = 0; written < size; position++) {
            byte[] chunk = exports.chunk(id, position).orElseThrow(() -> new EOFException("export " + id));
            to.write(chunk);
            written += chunk.length;
        }
    }
}
