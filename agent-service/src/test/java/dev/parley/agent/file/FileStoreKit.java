package dev.parley.agent.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every file store does. */
abstract class FileStoreKit {
    private static final int PIECE = 256 * 1024;

    abstract FileStore store();

    /** The id of a file that is entered. */
    abstract UUID entered();

    @Test
    void what_is_written_is_read_whatever_its_size() throws IOException {
        for (int size : new int[] {1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 1_000_003}) {
            UUID id = entered();
            byte[] bytes = bytes(size);
            store().write(id, size, () -> new ByteArrayInputStream(bytes));

            assertThat(read(id)).isEqualTo(bytes);
        }
    }

    @Test
    void what_is_written_again_is_replaced() throws IOException {
        UUID id = entered();
        store().write(id, 2 * PIECE, () -> new ByteArrayInputStream(bytes(2 * PIECE)));
        store().write(id, 3, () -> new ByteArrayInputStream(new byte[] {1, 2, 3}));

        assertThat(read(id)).containsExactly(1, 2, 3);
    }

    @Test
    void what_is_deleted_is_not_there_and_may_be_deleted_again() throws IOException {
        UUID id = entered();
        store().write(id, 3, () -> new ByteArrayInputStream(new byte[] {1, 2, 3}));
        store().delete(id);
        store().delete(id);

        assertThatThrownBy(() -> read(id)).isInstanceOf(FileNotFoundException.class);
        assertThatThrownBy(() -> read(entered())).isInstanceOf(FileNotFoundException.class);
    }

    private byte[] read(UUID id) throws IOException {
        try (InputStream in = store().read(id)) {
            return in.readAllBytes();
        }
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
