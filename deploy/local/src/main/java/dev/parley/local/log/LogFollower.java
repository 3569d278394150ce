package dev.parley.local.log;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Reads what is added to a log, line by line, also across its rotation. Not thread-safe. */
public final class LogFollower {

    private static final int CHUNK = 1 << 16;

    private final Path path;
    private final Consumer<String> lines;
    private final ByteArrayOutputStream unfinished = new ByteArrayOutputStream();
    private long position;

    private LogFollower(Path path, long position, Consumer<String> lines) {
        this.path = path;
        this.position = position;
        this.lines = lines;
    }

    public static LogFollower fromEnd(Path path, Consumer<String> lines) {
        return new LogFollower(path, path.toFile().length(), lines);
    }

    /** Hands on the lines that are complete by now. */
    public void poll() {
        try (FileChannel channel = FileChannel.open(path)) {
            if (channel.size() < position) {
                position = 0;
                unfinished.reset();
            }
            ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
            for (int read = channel.read(chunk, position); read > 0; read = channel.read(chunk, position)) {
                position += read;
                take(chunk.array(), read);
                chunk.clear();
            }
        } catch (NoSuchFileException _) {
            // Not begun yet.
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }

    private void take(byte[] bytes, int length) {
        int start = 0;
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '\n') {
                unfinished.write(bytes, start, i - start);
                lines.accept(unfinished.toString(StandardCharsets.UTF_8));
                unfinished.reset();
                start = i + 1;
            }
        }
        unfinished.write(bytes, start, length - start);
    }
}
