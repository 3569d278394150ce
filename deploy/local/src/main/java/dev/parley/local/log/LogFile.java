package dev.parley.local.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** The log of one part. The previous run's is kept beside it, with .1 at the end. */
public record LogFile(Path path) {

    private static final int TAIL_BYTES = 1 << 20;
    private static final int LONGEST_LINE = 600;
    private static final int LAST_WORDS = 10;
    private static final String REFUSAL = "Cannot start: ";

    /** Makes room for a new run. */
    public void rotate() {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.move(path, previous(), StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException _) {
            // The first run.
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot rotate " + path, e);
        }
    }

    /**
     * Empties a log that has grown too large, keeping a copy. Its writer appends, so it goes on at the new end; lines
     * that come between the copy and the cut are lost.
     */
    public void bound(long maxBytes) {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            if (channel.size() > maxBytes) {
                Files.copy(path, previous(), StandardCopyOption.REPLACE_EXISTING);
                channel.truncate(0);
            }
        } catch (NoSuchFileException _) {
            // Nothing was written yet.
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot bound " + path, e);
        }
    }

    /** The end of the log, long lines cut: enough to see why a program ended. */
    public List<String> lastLines(int count) {
        try (FileChannel channel = FileChannel.open(path)) {
            long start = Math.max(0, channel.size() - TAIL_BYTES);
            byte[] tail = Channels.newInputStream(channel.position(start)).readAllBytes();
            List<String> lines =
                    new String(tail, StandardCharsets.UTF_8).lines().toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        } catch (NoSuchFileException _) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }

    /** The one line in which a service says what keeps it from starting, if that is how it ended. */
    public Optional<String> refusal() {
        return lastLines(LAST_WORDS).stream()
                .filter(line -> line.startsWith(REFUSAL))
                .reduce((_, last) -> last);
    }

    /** A line as it fits on a screen. */
    public static String shortened(String line) {
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + " …";
    }

    private Path previous() {
        return path.resolveSibling(path.getFileName() + ".1");
    }
}
