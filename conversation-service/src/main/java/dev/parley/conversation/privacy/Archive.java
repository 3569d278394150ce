package dev.parley.conversation.privacy;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.LongConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** A ZIP file of JSON and JSON Lines that goes out while it is written. Not thread-safe. */
public final class Archive implements AutoCloseable {
    private final ZipOutputStream zip;
    private final JsonMapper json;
    private final LongConsumer progress;
    private long lines;

    /** @param progress is told of every line how many there are with it */
    Archive(OutputStream out, JsonMapper json, LongConsumer progress) {
        this.zip = new ZipOutputStream(out);
        this.json = json;
        this.progress = progress;
    }

    /** Begins a file, behind those before. */
    public void begin(String file) throws IOException {
        zip.putNextEntry(new ZipEntry(file));
    }

    /** Adds a line of JSON to the file that was begun. */
    public void add(Object value) throws IOException {
        zip.write(json.writeValueAsBytes(value));
        zip.write('\n');
        lines++;
        progress.accept(lines);
    }

    /** Adds bytes to it, as they are. */
    public void addBytes(byte[] bytes) throws IOException {
        zip.write(bytes);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
