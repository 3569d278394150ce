package dev.parley.agent.knowledge.text;

import dev.parley.agent.knowledge.text.UnusableDocument.Reason;
import dev.parley.platform.messaging.WireJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads each document in a process of its own: a file that is made to take all memory, or all time, takes those of that process,
 * which ends with it, and not those of the answers that stream beside it.
 */
@Component
public final class IsolatedReader {
    private static final Logger log = LoggerFactory.getLogger(IsolatedReader.class);

    /** Somewhat more than readers take by themselves. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** What a JVM ends with that was told to end then. */
    private static final int OUT_OF_MEMORY = 3;

    private static final int MOST_BYTES = 32 * 1024 * 1024;

    /** A document of 20 MiB, its parts and its text. */
    private static final List<String> LIMITS =
            List.of("-Xmx256m", "-Xss1m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError");

    private final Path java;

    public IsolatedReader() {
        this(Path.of(System.getProperty("java.home"), "bin", "java"));
    }

    /** @param java the program that runs it */
    public IsolatedReader(Path java) {
        this.java = java;
    }

    /**
     * Reads a file to its end and finds its text.
     *
     * @throws UnusableDocument when there is no text to be had within memory and time
     * @throws IOException when the file cannot be read, or the process does not start
     */
    public List<Block> read(DocumentType type, InputStream file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command(type))
                .redirectError(Redirect.DISCARD)
                .start();
        try {
            CompletableFuture<byte[]> found =
                    CompletableFuture.supplyAsync(() -> output(process), IsolatedReader::start);
            CompletableFuture<Void> given =
                    CompletableFuture.runAsync(() -> give(file, process), IsolatedReader::start);
            byte[] json = found.get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
            given.get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
            requireWhole(process, json);
            return blocks(WireJson.read(json, ReaderMain.Found.class));
        } catch (TimeoutException e) {
            throw new UnusableDocument(Reason.DOCUMENT_TOO_SLOW, e);
        } catch (ExecutionException e) {
            throw new IOException("The document could not be handed to its reader", e.getCause());
        } finally {
            process.destroyForcibly();
        }
    }

    private static void requireWhole(Process process, byte[] json) throws IOException, InterruptedException {
        if (json.length > MOST_BYTES) {
            throw new UnusableDocument(Reason.DOCUMENT_TOO_LARGE);
        }
        int code = process.waitFor();
        if (code == OUT_OF_MEMORY) {
            throw new UnusableDocument(Reason.DOCUMENT_TOO_LARGE);
        }
        if (code != 0) {
            throw new IOException("The reader of documents ended with " + code);
        }
    }

    private static List<Block> blocks(ReaderMain.Found found) {
        if (!found.reason().isEmpty()) {
            throw new UnusableDocument(Reason.valueOf(found.reason()));
        }
        return found.blocks();
    }

    private static byte[] output(Process process) {
        try (InputStream out = process.getInputStream()) {
            return out.readNBytes(MOST_BYTES + 1);
        } catch (IOException e) {
            log.debug("The reader has gone", e);
            return new byte[0];
        }
    }

    /** A reader that has gone takes no more: what it has said by then counts. Only what the file itself does is an error. */
    private static void give(InputStream file, Process process) {
        byte[] buffer = new byte[64 * 1024];
        try (OutputStream in = process.getOutputStream()) {
            for (int read = next(file, buffer); read >= 0; read = next(file, buffer)) {
                in.write(buffer, 0, read);
            }
        } catch (IOException gone) {
            log.debug("The reader takes no more", gone);
        }
    }

    private static int next(InputStream file, byte[] buffer) {
        try {
            return file.read(buffer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command(DocumentType type) {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(LIMITS);
        command.add("-cp");
        command.add(System.getProperty("java.class.path", ""));
        command.addAll(main());
        command.add(type.word());
        return command;
    }

    /** Classes within Boot's one jar are found by its own launcher only. */
    private static List<String> main() {
        String main = ReaderMain.class.getName();
        String place = String.valueOf(ReaderMain.class.getResource("ReaderMain.class"));
        return place.contains("BOOT-INF")
                ? List.of("-Dloader.main=" + main, "org.springframework.boot.loader.launch.PropertiesLauncher")
                : List.of(main);
    }

    private static void start(Runnable task) {
        Thread.ofVirtual().name("document reader").start(task);
    }
}
