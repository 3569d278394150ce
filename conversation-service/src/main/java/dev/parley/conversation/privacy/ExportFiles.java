package dev.parley.conversation.privacy;

import dev.parley.conversation.audit.AuditEntry;
import dev.parley.conversation.audit.AuditLog;
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
    private final AuditLog audit;

    ExportFiles(Exports exports, AuditLog audit) {
        this.exports = exports;
        this.audit = audit;
    }

    /**
     * The size of a file that is about to be handed out, in bytes.
     *
     * @param address where it goes
     * @throws ProblemException 404 when it is not the user's, has expired, or is not there yet
     */
    public long opened(UUID user, UUID id, String address) {
        Long size = exports.find(user, id).map(Export::size).orElse(null);
        if (size == null) {
            throw ProblemException.notFound("file");
        }
        audit.add(AuditEntry.by(user, "export_downloaded").onExport(id).from(address));
        return size;
    }

    /**
     * Writes it as fast as it is read, a piece in memory at a time, without a connection to the database meanwhile.
     *
     * @param size as {@link #opened} says
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
