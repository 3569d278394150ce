package dev.parley.agent.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

/** Where the bytes of files are. Never called within a transaction: it may be a network away. Thread-safe. */
interface FileStore {
    /**
     * Keeps it. What is there of an earlier try under the id is replaced.
     *
     * @param size in bytes
     */
    void write(UUID id, long size, FileContent content) throws IOException;

    /** @throws java.io.FileNotFoundException when there is no such file */
    InputStream read(UUID id) throws IOException;

    /** Also one that is not there. */
    void delete(UUID id) throws IOException;
}
