package dev.parley.agent.file;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** In pieces in the service's own database: one of them is in memory at a time. */
final class DatabaseFiles implements FileStore {
    private static final int PIECE = 256 * 1024;

    private final JdbcClient jdbc;

    DatabaseFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void write(UUID id, long size, FileContent content) throws IOException {
        delete(id);
        try (InputStream bytes = content.open()) {
            write(id, bytes);
        }
    }

    private void write(UUID id, InputStream bytes) throws IOException {
        int position = 0;
        for (byte[] piece = bytes.readNBytes(PIECE); piece.length > 0; piece = bytes.readNBytes(PIECE)) {
            jdbc.sql("""
                            insert into file_piece (file_id, position, tenant, bytes)
                            select id, :position, tenant, :bytes from stored_file where id = :id""")
                    .param("id", id)
                    .param("position", position)
                    .param("bytes", piece)
                    .update();
            position++;
        }
    }

    @Override
    public InputStream read(UUID id) throws IOException {
        byte[] first = piece(id, 0).orElseThrow(() -> new FileNotFoundException("There is no file " + id));
        return new PieceStream(first, position -> piece(id, position));
    }

    @Override
    public void delete(UUID id) {
        jdbc.sql("delete from file_piece where file_id = :id").param("id", id).update();
    }

    private Optional<byte[]> piece(UUID id, int position) {
        return jdbc.sql("select bytes from file_piece where file_id = :id and position = :position")
                .param("id", id)
                .param("position", position)
                .query((row, _) -> row.getBytes("bytes"))
                .optional();
    }
}
